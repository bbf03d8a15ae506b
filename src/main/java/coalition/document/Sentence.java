package coalition.document;

/**
 * A sentence of a chunk, verbatim.
 *
 * @param span its place in the document's decoded text
 * @param text exactly the document's text at {@code span}
 */
public record Sentence(Span span, String text) {
    public Sentence {
        if (span.length() != text.length()) {
            throw new IllegalArgumentException("the span has " + span.length() + " units, the text " + text.length());
        }
    }
}
