package coalition.retrieval;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import java.util.List;

/**
 * Finds chunks by embedding and by words. A search sees all chunks of a document from one {@link #replace}, or those from the one
 * before. Implementations are safe for several threads.
 */
public interface ChunkIndex extends TermStatistics {
    /** The chunks that fit best by cosine plus keyword score, best first, at most {@code search.limit()}. */
    List<Candidate> search(ChunkSearch search);

    /**
     * Puts these chunks in the place of all the document's chunks, as one change.
     *
     * @param chunks of this document; empty removes it
     * @param embeddings one a chunk, each of length 1
     */
    void replace(DocumentId document, List<Chunk> chunks, List<float[]> embeddings);

    /** The number of chunks. */
    long count();

    /** Grows with every {@link #replace}; lower than it was where changes were lost. */
    long generation();
}
