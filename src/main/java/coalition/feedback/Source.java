package coalition.feedback;

import coalition.answer.Citation;

/**
 * A source an answer stood on when somebody spoke of it.
 *
 * @param document the document's path
 * @param start where the words start in its decoded text, in UTF-16 units
 * @param end one past their end
 * @param quote the words
 */
public record Source(String document, int start, int end, String quote) {
    /** The source of a citation. */
    public static Source of(Citation citation) {
        return new Source(
                citation.document().value(),
                citation.span().start(),
                citation.span().end(),
                citation.quote());
    }
}
