package coalition;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.retrieval.Candidate;
import coalition.retrieval.ChunkIndex;
import coalition.retrieval.ChunkKey;
import coalition.retrieval.ChunkSearch;
import coalition.vectorstore.HybridEmbeddingStore;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import java.util.List;
import java.util.Objects;

/** The chunk index that retrieval asks for, over an embedding store that knows nothing of chunks. Safe for several threads. */
final class StoredChunkIndex implements ChunkIndex {
    private static final String DOCUMENT = "document";
    private static final String HASH = "hash";
    private static final String ORDINAL = "ordinal";

    private final HybridEmbeddingStore store;

    StoredChunkIndex(HybridEmbeddingStore store) {
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
            List<String> documents =
                    search.within().stream().map(DocumentId::value).toList();
            request.filter(MetadataFilterBuilder.metadataKey(DOCUMENT).isIn(documents));
        }
        return store.searchHybrid(request.build()).stream()
                .map(match -> new Candidate(key(match.match().embedded()), match.cosine(), match.keyword()))
                .toList();
    }

    @Override
    public void replace(DocumentId document, List<Chunk> chunks, List<float[]> embeddings) {
        Filter old = MetadataFilterBuilder.metadataKey(DOCUMENT).isEqualTo(document.value());
        store.replace(
                old,
                chunks.stream().map(Chunk::id).toList(),
                embeddings.stream().map(Embedding::from).toList(),
                chunks.stream().map(StoredChunkIndex::segment).toList());
    }

    @Override
    public long count() {
        return store.count();
    }

    @Override
    public List<String> terms(String text) {
        return store.terms(text);
    }

    @Override
    public double idf(String term) {
        return store.idf(term);
    }

    private static TextSegment segment(Chunk chunk) {
        Metadata metadata = new Metadata()
                .put(DOCUMENT, chunk.document().value())
                .put(HASH, chunk.hash())
                .put(ORDINAL, chunk.ordinal());
        return TextSegment.from(chunk.text(), metadata);
    }

    private static ChunkKey key(TextSegment segment) {
        Metadata metadata = segment.metadata();
        return new ChunkKey(
                new DocumentId(Objects.requireNonNull(metadata.getString(DOCUMENT))),
                Objects.requireNonNull(metadata.getString(HASH)),
                Objects.requireNonNull(metadata.getInteger(ORDINAL)));
    }
}
