package coalition.document;

import java.util.List;

/**
 * A run of a document, the unit that is indexed and retrieved.
 *
 * @param document whose run it is
 * @param hash the version of the document ({@link Document#hash()})
 * @param ordinal its place among the document's chunks, from 0
 * @param title the document's title
 * @param headings the headings above it, highest first; empty where there are none
 * @param page the page it starts on, 0 where the format has no pages
 * @param span its place in the document's decoded text
 * @param text exactly the document's text at {@code span}
 * @param sentences its sentences in order; together they hold all words of the chunk that are running text
 */
public record Chunk(
        DocumentId document,
        String hash,
        int ordinal,
        String title,
        List<String> headings,
        int page,
        Span span,
        String text,
        List<Sentence> sentences) {
    public Chunk {
        headings = List.copyOf(headings);
        sentences = List.copyOf(sentences);
        if (span.length() != text.length()) {
            throw new IllegalArgumentException("the span has " + span.length() + " units, the text " + text.length());
        }
    }

    /** Names this chunk of this version: {@code path#ordinal@first twelve of the hash}. */
    public String id() {
        return document.value() + "#" + ordinal + "@" + hash.substring(0, Math.min(12, hash.length()));
    }

    /**
     * What stands above the chunk, as running text: the title and the last heading, each with a stop and a blank after it. Whom "she"
     * and what "the company" means is often said only there, so that chunks are searched and read below it.
     */
    public String above() {
        StringBuilder above = new StringBuilder();
        for (String line : List.of(title, headings.isEmpty() ? "" : headings.getLast())) {
            if (!line.isBlank()) {
                above.append(line).append(line.endsWith("?") ? " " : ". ");
            }
        }
        return above.toString();
    }

    /** The headings joined by {@code " > "}; empty where there are none. */
    public String heading() {
        return String.join(" > ", headings);
    }
}
