package coalition.retrieval;

import coalition.document.Chunk;
import coalition.model.Encoding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The vectors that were made of a chunk when it was indexed. Implementations are safe for several threads. */
public interface ChunkVectors {
    /** One embedding a sentence of the chunk, each of length 1, in order; empty list where the chunk is unknown. */
    List<float[]> sentences(Chunk chunk);

    /** The chunk's token vectors, offsets counted from the chunk's start; empty where they are not kept. */
    Optional<Encoding> tokens(Chunk chunk);

    /** Says that the sentences of these chunks are wanted next, so that they can be fetched together. */
    default void prepare(Collection<Chunk> chunks) {}
}
