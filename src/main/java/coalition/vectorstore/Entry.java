package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param key never used twice, grows
 * @param segment null where only an embedding was added
 */
record Entry(
        long key, String id, Embedding embedding, @Nullable TextSegment segment) {}
