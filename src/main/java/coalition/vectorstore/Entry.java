package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param key never used twice, grows
 * @param segment null where only an embedding was added
 */
record Entry(
        long key, String id, Embedding embedding, @Nullable TextSegment segment) {
    /** Whether it passes the filter, with the meaning that the filter has in the index; everything passes none. */
    boolean passes(@Nullable Filter filter) {
        return filter == null
                || EntryFilter.passes(
                        filter, segment == null ? Map.of() : segment.metadata().toMap());
    }
}
