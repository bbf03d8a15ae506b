package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.List;

/**
 * An embedding store that also finds by keywords and changes in whole generations. A search sees one generation: all of a change
 * or nothing of it. Implementations are safe for several threads.
 */
public interface HybridEmbeddingStore extends EmbeddingStore<TextSegment>, AutoCloseable {
    /**
     * The entries that fit best, best first, at most {@code request.maxResults()} of those that pass the filter. With a query text
     * and an embedding the two are fused; a blank text leaves the embedding alone, an embedding without numbers the text.
     * {@link #search} gives the same matches in the same order. {@code minScore} is compared with LangChain4j's relevance.
     *
     * @throws IllegalArgumentException when the embedding has another dimension than those stored
     */
    List<HybridMatch> searchHybrid(EmbeddingSearchRequest request);

    /**
     * Removes what passes the filter and adds these entries, as one change. An id that is there already is replaced.
     *
     * @param ids one an embedding, unique
     * @param segments one an embedding
     */
    void replace(Filter removed, List<String> ids, List<Embedding> embeddings, List<TextSegment> segments);

    /** Grows by one with every change; tells caches that they are stale. */
    long generation();

    /** The number of entries. */
    long count();

    /** The terms of a text as they are indexed, in order: lower-case stems without marks; stop words are left out. */
    List<String> terms(String text);

    /** ln(1 + (N - n + 0.5) / (n + 0.5)) with N entries that have text, n of them holding the term. */
    double idf(String term);

    /** Finishes what was begun and closes. */
    @Override
    void close();
}
