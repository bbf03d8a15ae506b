package coalition.vectorstore;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the tests of stores share. */
final class Stores {
    static final StoreOptions QUICK = StoreOptions.standard().withForced(false);
    static final String DOCUMENT = "document";

    private Stores() {}

    /** Adds entries {@code name-0} and so on, with {@code version} in their texts. */
    static void addDocument(HybridEmbeddingStore store, String name, int version, int size) {
        store.addAll(ids(name, size), embeddings(name, version, size), segments(name, version, size));
    }

    /** Replaces all entries of the document by these. */
    static void replaceDocument(HybridEmbeddingStore store, String name, int version, int size) {
        store.replace(of(name), ids(name, size), embeddings(name, version, size), segments(name, version, size));
    }

    static Filter of(String document) {
        return MetadataFilterBuilder.metadataKey(DOCUMENT).isEqualTo(document);
    }

    static List<String> ids(String name, int size) {
        return IntStream.range(0, size).mapToObj(i -> name + "-" + i).toList();
    }

    static String text(String name, int version, int number) {
        return "document " + name + " version " + version + " passage " + number;
    }

    static List<Embedding> embeddings(String name, int version, int size) {
        return segments(name, version, size).stream()
                .map(s -> Embedding.from(WordVectors.of(s.text()).vector()))
                .toList();
    }

    static List<TextSegment> segments(String name, int version, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> TextSegment.from(
                        text(name, version, i), Metadata.from(DOCUMENT, name).put("number", i)))
                .toList();
    }

    /** Every text by its id. */
    static Map<String, String> contents(HybridEmbeddingStore store) {
        Map<String, String> contents = new TreeMap<>();
        for (EmbeddingMatch<TextSegment> match : nearest(store, WordVectors.of("passage"), Integer.MAX_VALUE)) {
            contents.put(match.embeddingId(), match.embedded().text());
        }
        return contents;
    }

    static List<EmbeddingMatch<TextSegment>> nearest(HybridEmbeddingStore store, Embedding query, int limit) {
        return store.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(query)
                        .maxResults(limit)
                        .build())
                .matches();
    }
}
