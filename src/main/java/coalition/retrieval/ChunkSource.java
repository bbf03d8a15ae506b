package coalition.retrieval;

import coalition.document.Chunk;
import java.util.Collection;
import java.util.Map;

/** Where chunks are kept, those of versions too that a search may still find. Implementations are safe for several threads. */
public interface ChunkSource {
    /** The chunks that are kept under these keys; a key that is not known is left out. */
    Map<ChunkKey, Chunk> find(Collection<ChunkKey> keys);
}
