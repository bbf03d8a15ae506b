package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Span;
import java.util.List;

/** Cuts citations out of chunks. */
public final class Quotation {
    private Quotation() {}

    /** The document's text at a span that lies in the chunk. */
    public static String in(Chunk chunk, Span span) {
        return chunk.text()
                .substring(
                        span.start() - chunk.span().start(),
                        span.end() - chunk.span().start());
    }

    /**
     * A citation of words in a chunk.
     *
     * @param marks the answering words in document offsets; those outside of {@code span} are left out
     */
    public static Citation cite(int number, Chunk chunk, Span span, List<Span> marks, boolean closest) {
        return new Citation(
                number,
                chunk.document(),
                chunk.hash(),
                chunk.title(),
                chunk.heading(),
                chunk.page(),
                span,
                in(chunk, span),
                marks.stream().filter(m -> m.length() > 0 && span.contains(m)).toList(),
                chunk.id(),
                closest);
    }
}
