package coalition.retrieval;

import coalition.document.Chunk;
import coalition.document.DocumentId;

/**
 * Names a chunk of one version of a document.
 *
 * @param document whose chunk it is
 * @param hash the version
 * @param ordinal its place among the chunks, from 0
 */
public record ChunkKey(DocumentId document, String hash, int ordinal) {
    /** The key of this chunk. */
    public static ChunkKey of(Chunk chunk) {
        return new ChunkKey(chunk.document(), chunk.hash(), chunk.ordinal());
    }
}
