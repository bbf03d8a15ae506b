package coalition.retrieval;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.VisibleText;
import coalition.vectorstore.HybridEmbeddingStore;
import coalition.vectorstore.HybridMatch;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import java.util.List;

/**
 * Chunks in an embedding store: the segment is the chunk's visible text, its metadata are {@code document}, {@code hash},
 * {@code ordinal}, {@code start}, {@code end}, {@code title}, {@code heading} and {@code page}. Safe for several threads.
 */
public final class StoredChunkIndex implements ChunkIndex {
    private static final String DOCUMENT = "document";
    private static final String HASH = "hash";
    private static final String ORDINAL = "ordinal";

    private final HybridEmbeddingStore store;

    /** The store holds chunks and nothing else; whoever opened it closes it. */
    public StoredChunkIndex(HybridEmbeddingStore store) {
        this.store = store;
    }

    @Override
    public List<Candidate> search(ChunkSearch search) {
        EmbeddingSearchRequest.EmbeddingSearchRequestBuilder request = EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(search.embedding()))
                .query(search.words())
                .maxResults(search.limit())
                .minScore(0.0);
        if (!search.within().isEmpty()) {
            request.filter(new IsIn(
                    DOCUMENT, search.within().stream().map(DocumentId::value).toList()));
        }
        return store.searchHybrid(request.build()).stream()
                .map(StoredChunkIndex::candidate)
                .toList();
    }

    private static Candidate candidate(HybridMatch match) {
        Metadata metadata = match.match().embedded().metadata();
        ChunkKey key = new ChunkKey(new DocumentId(text(metadata, DOCUMENT)), text(metadata, HASH), ordinal(metadata));
        return new Candidate(key, match.cosine(), match.keyword());
    }

    private static String text(Metadata metadata, String key) {
        String value = metadata.getString(key);
        if (value == null) {
            throw new IllegalStateException("a chunk in the index has no '" + key + "'");
        }
        return value;
    }

    private static int ordinal(Metadata metadata) {
        Integer value = metadata.getInteger(ORDINAL);
        if (value == null) {
            throw new IllegalStateException("a chunk in the index has no '" + ORDINAL + "'");
        }
        return value;
    }

    @Override
    public void replace(DocumentId document, List<Chunk> chunks, List<float[]> embeddings) {
        store.replace(
                new IsEqualTo(DOCUMENT, document.value()),
                chunks.stream().map(Chunk::id).toList(),
                embeddings.stream().map(Embedding::from).toList(),
                chunks.stream().map(StoredChunkIndex::segment).toList());
    }

    private static TextSegment segment(Chunk chunk) {
        Metadata metadata = new Metadata()
                .put(DOCUMENT, chunk.document().value())
                .put(HASH, chunk.hash())
                .put(ORDINAL, chunk.ordinal())
                .put("start", chunk.span().start())
                .put("end", chunk.span().end())
                .put("title", chunk.title())
                .put("heading", chunk.heading())
                .put("page", chunk.page());
        return TextSegment.from(VisibleText.strip(chunk.above() + chunk.text()), metadata);
    }

    @Override
    public long count() {
        return store.count();
    }

    @Override
    public long generation() {
        return store.generation();
    }

    @Override
    public List<String> terms(String text) {
        return FunctionWords.drop(store.terms(text));
    }

    @Override
    public double idf(String term) {
        return store.idf(term);
    }
}
