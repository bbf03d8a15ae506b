package coalition.vectorstore;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2EmbeddingStoreTest {
    private static final StoreOptions QUICK = StoreOptions.standard().withForced(false);

    @TempDir
    private Path folder;

    @Test
    void findsAfterReopeningWhatWasAddedBefore() {
        Metadata metadata = new Metadata()
                .put("text", "value")
                .put("uuid", new UUID(1, 2))
                .put("integer", 1)
                .put("long", Long.MAX_VALUE)
                .put("float", 0.1f)
                .put("double", 1e-300);
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            store.addAll(List.of("a"), List.of(vector(1, 2)), List.of(TextSegment.from("Naïve words", metadata)));
        }
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            EmbeddingMatch<TextSegment> match = nearest(store, vector(1, 2));
            assertThat(match.embeddingId()).isEqualTo("a");
            assertThat(match.embedding()).isEqualTo(vector(1, 2));
            assertThat(match.embedded()).isEqualTo(TextSegment.from("Naïve words", metadata));
        }
    }

    @Test
    void refusesASecondOpeningByTheNameOfTheFolder() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            assertThatThrownBy(() -> H2EmbeddingStore.open(folder, QUICK))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("'" + folder + "'")
                    .hasMessageContaining("open already");
            assertThat(store.count()).isZero();
        }
    }

    @Test
    void refusesAnEmbeddingOfAnotherDimensionAndChangesNothing() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            store.add("a", vector(1, 2));
            assertThatThrownBy(() -> store.addAll(
                            List.of("b", "c"),
                            List.of(vector(1, 2), vector(1, 2, 3)),
                            List.of(TextSegment.from("b"), TextSegment.from("c"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'c'");
            assertThat(store.count()).isEqualTo(1);
            assertThat(store.generation()).isEqualTo(1);
        }
    }

    @Test
    void takesAnotherDimensionOnceEverythingIsRemoved() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            store.add("a", vector(1, 2));
            store.removeAll();
            store.add("a", vector(1, 2, 3));
            assertThat(nearest(store, vector(1, 2, 3)).embeddingId()).isEqualTo("a");
        }
    }

    @Test
    void replacesAnEntryOfTheSameId() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            store.addAll(List.of("a"), List.of(vector(1, 0)), List.of(TextSegment.from("old")));
            store.addAll(List.of("a"), List.of(vector(0, 1)), List.of(TextSegment.from("new")));
            assertThat(store.count()).isEqualTo(1);
            assertThat(nearest(store, vector(1, 0)).embedded().text()).isEqualTo("new");
        }
    }

    @Test
    void replacesWhatPassesAFilterAsOneGeneration() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            addDocument(store, "one", 3);
            addDocument(store, "two", 2);
            long before = store.generation();
            store.replace(
                    metadataKey("document").isEqualTo("one"),
                    List.of("new"),
                    List.of(vector(1, 1)),
                    List.of(TextSegment.from("new", Metadata.from("document", "one"))));
            assertThat(store.generation()).isEqualTo(before + 1);
            assertThat(all(store))
                    .extracting(EmbeddingMatch::embeddingId)
                    .containsExactlyInAnyOrder("new", "two-0", "two-1");
        }
    }

    @Test
    void ordersByCosineAndKeywordsTogether() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            store.addAll(
                    List.of("near", "worded"),
                    List.of(vector(1, 0), vector(1, 0.2f)),
                    List.of(TextSegment.from("something else"), TextSegment.from("the coalition was left")));
            List<HybridMatch> matches = store.searchHybrid(EmbeddingSearchRequest.builder()
                    .queryEmbedding(vector(1, 0))
                    .query("coalitions")
                    .build());
            assertThat(matches).extracting(match -> match.match().embeddingId()).containsExactly("worded", "near");
            assertThat(matches.getFirst().score())
                    .isEqualTo(matches.getFirst().cosine() + matches.getFirst().keyword());
        }
    }

    @Test
    void looksFurtherWhereTheBestAreBelowTheLowestScoreThatIsWanted() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK.withNewest(0))) {
            store.addAll(
                    List.of("worded", "too", "near"),
                    List.of(vector(0, 1), vector(0, 1), vector(1, 0)),
                    List.of(TextSegment.from("coalition"), TextSegment.from("coalition"), TextSegment.from("else")));
            assertThat(store.search(EmbeddingSearchRequest.builder()
                                    .queryEmbedding(vector(1, 0.9f))
                                    .query("coalition")
                                    .minScore(0.85)
                                    .maxResults(1)
                                    .build())
                            .matches())
                    .extracting(EmbeddingMatch::embeddingId)
                    .containsExactly("near");
        }
    }

    @Test
    void findsByKeywordsAloneWhenTheEmbeddingIsEmpty() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            addDocument(store, "one", 2);
            List<HybridMatch> matches = store.searchHybrid(EmbeddingSearchRequest.builder()
                    .queryEmbedding(Embedding.from(new float[0]))
                    .query("one number 1")
                    .build());
            assertThat(matches).extracting(match -> match.match().embeddingId()).startsWith("one-1");
        }
    }

    @Test
    void returnsAsManyAsMatchTheFilter() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK)) {
            addDocument(store, "many", 700);
            addDocument(store, "few", 7);
            assertThat(store.search(EmbeddingSearchRequest.builder()
                                    .queryEmbedding(vector(1, 0))
                                    .maxResults(5)
                                    .filter(metadataKey("document").isEqualTo("few"))
                                    .build())
                            .matches())
                    .hasSize(5);
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        H2EmbeddingStore store = H2EmbeddingStore.open(folder, QUICK);
        store.close();
        assertThatThrownBy(store::count).isInstanceOf(StoreException.class).hasMessageContaining("was closed");
    }

    private static void addDocument(H2EmbeddingStore store, String name, int size) {
        List<Integer> numbers = IntStream.range(0, size).boxed().toList();
        store.addAll(
                numbers.stream().map(i -> name + "-" + i).toList(),
                numbers.stream().map(i -> vector(i, 1)).toList(),
                numbers.stream()
                        .map(i -> TextSegment.from("the " + name + " number " + i, Metadata.from("document", name)))
                        .toList());
    }

    private static List<EmbeddingMatch<TextSegment>> all(H2EmbeddingStore store) {
        return store.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(vector(1, 1))
                        .maxResults(1000)
                        .build())
                .matches();
    }

    private static EmbeddingMatch<TextSegment> nearest(H2EmbeddingStore store, Embedding query) {
        return store.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(query)
                        .maxResults(1)
                        .build())
                .matches()
                .getFirst();
    }

    private static Embedding vector(float... components) {
        return Embedding.from(components);
    }
}
