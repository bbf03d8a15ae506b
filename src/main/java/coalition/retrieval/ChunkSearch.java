package coalition.retrieval;

import coalition.document.DocumentId;
import java.util.Set;

/**
 * What a chunk index is asked for.
 *
 * @param embedding of the query, of length 1; not to be changed
 * @param words whose terms are looked for
 * @param limit how many chunks at most
 * @param within the documents to look in; empty: all
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChunkSearch(float[] embedding, String words, int limit, Set<DocumentId> within) {
    public ChunkSearch {
        within = Set.copyOf(within);
    }
}
