package coalition.answer;

import coalition.document.DocumentId;
import coalition.document.Span;
import java.util.List;

/**
 * The exact words a statement stands on.
 *
 * @param number as shown in the text, from 1 in order of use
 * @param document where they are
 * @param hash the version of the document
 * @param title the document's title
 * @param heading the headings above them, joined by {@code " > "}; empty where there are none
 * @param page the page they are on, 0 where the format has no pages
 * @param span their place in the document's decoded text
 * @param quote exactly the document's text at {@code span}
 * @param marks the answering words within {@code span}, in document offsets; empty where the reader is not sure of any
 * @param chunk the id of the chunk they lie in
 * @param closest true: not what the answer stands on, only what lies nearest to the question
 */
public record Citation(
        int number,
        DocumentId document,
        String hash,
        String title,
        String heading,
        int page,
        Span span,
        String quote,
        List<Span> marks,
        String chunk,
        boolean closest) {
    public Citation {
        marks = List.copyOf(marks);
        if (span.length() != quote.length()) {
            throw new IllegalArgumentException("the span has " + span.length() + " units, the quote " + quote.length());
        }
        for (Span mark : marks) {
            if (!span.contains(mark)) {
                throw new IllegalArgumentException("the mark " + mark + " lies outside of " + span);
            }
        }
    }
}
