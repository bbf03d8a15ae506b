package coalition.ingest;

import coalition.model.Encoding;
import java.util.List;

/**
 * What the encoder made of a chunk.
 *
 * @param whole its embedding, of length 1
 * @param sentences one embedding a sentence, each of length 1
 * @param tokens its token vectors, offsets counted from the chunk's start
 */
@SuppressWarnings("ArrayRecordComponent")
record ChunkEncoding(float[] whole, List<float[]> sentences, Encoding tokens) {}
