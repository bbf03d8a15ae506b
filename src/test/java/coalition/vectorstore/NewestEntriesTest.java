package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.ContainsString;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThan;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThan;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotIn;
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Not;
import dev.langchain4j.store.embedding.filter.logical.Or;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that are kept beside the index are found, scored, replaced and removed as if they were in it. */
class NewestEntriesTest {
    private static final int SIZE = 60;
    private static final int FILTERS = 600;
    private static final StoreOptions KEEPING = Stores.QUICK.withNewest(1_000);
    private static final List<String> KEYS = List.of("a", "b", "c");
    private static final List<String> WORDS =
            List.of("coalition", "left", "policy", "tariff", "shop", "glove", "vote", "Z\u00fcrich", "\uD83D\uDE00");

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(20_261_126);

    @Test
    void areFoundAndScoredAsInTheIndex() {
        try (H2EmbeddingStore indexed = H2EmbeddingStore.open(folder.resolve("indexed"), Stores.QUICK.withNewest(0));
                H2EmbeddingStore kept = H2EmbeddingStore.open(folder.resolve("kept"), KEEPING);
                H2EmbeddingStore half = H2EmbeddingStore.open(folder.resolve("half"), KEEPING)) {
            for (int i = 0; i < SIZE; i++) {
                List<String> id = List.of("e" + i);
                List<Embedding> embedding = List.of(WordVectors.of(text()));
                List<TextSegment> segment = List.of(TextSegment.from(text(), metadata()));
                Stream.of(indexed, kept, half).forEach(store -> store.addAll(id, embedding, segment));
                if (i == SIZE / 2) {
                    half.compact();
                }
            }
            for (int i = 0; i < FILTERS; i++) {
                EmbeddingSearchRequest request = request(i % 10 == 0 ? null : filter(3), i % 3);
                Map<String, Double> scores = scores(indexed, request);
                assertSame(scores(kept, request), scores, request);
                assertSame(scores(half, request), scores, request);
            }
            assertThat(kept.idf("glove")).isEqualTo(indexed.idf("glove"));
        }
    }

    @Test
    void areReplacedAndRemoved() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, KEEPING)) {
            Stores.addDocument(store, "one", 1, 5);
            Stores.addDocument(store, "two", 1, 5);
            Stores.replaceDocument(store, "one", 2, 3);
            store.removeAll(Stores.ids("two", 2));
            Stores.addDocument(store, "three", 1, 2);
            store.removeAll(Stores.of("three"));
            assertThat(Stores.contents(store))
                    .hasSize(6)
                    .containsEntry("one-0", Stores.text("one", 2, 0))
                    .containsOnlyKeys("one-0", "one-1", "one-2", "two-2", "two-3", "two-4");
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void goIntoTheIndexOnceThereAreEnough() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK.withNewest(4))) {
            for (int i = 0; i < 30; i++) {
                Stores.addDocument(store, "d" + i, 1, 1);
                assertThat(Stores.contents(store)).hasSize(i + 1);
            }
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void areThereAfterReopening() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, KEEPING)) {
            Stores.addDocument(store, "d", 1, 7);
        }
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, KEEPING)) {
            assertThat(Stores.contents(store)).hasSize(7);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void areForgottenWithEverythingElse() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, KEEPING)) {
            Stores.addDocument(store, "d", 1, 7);
            store.removeAll();
            assertThat(Stores.contents(store)).isEmpty();
            Stores.addDocument(store, "d", 2, 1);
            assertThat(Stores.contents(store)).containsExactly(Map.entry("d-0", Stores.text("d", 2, 0)));
        }
    }

    private static void assertSame(
            Map<String, Double> found, Map<String, Double> expected, EmbeddingSearchRequest request) {
        assertThat(found.keySet()).as("%s", request.filter()).isEqualTo(expected.keySet());
        expected.forEach((id, score) ->
                assertThat(found.getOrDefault(id, Double.NaN)).as(id).isCloseTo(score, within(1e-5)));
    }

    private static Map<String, Double> scores(H2EmbeddingStore store, EmbeddingSearchRequest request) {
        Map<String, Double> scores = new TreeMap<>();
        store.searchHybrid(request).forEach(match -> scores.put(match.match().embeddingId(), match.score()));
        return scores;
    }

    /** By embedding, by words, or by both. */
    private EmbeddingSearchRequest request(@Nullable Filter filter, int kind) {
        return EmbeddingSearchRequest.builder()
                .queryEmbedding(kind == 1 ? Embedding.from(new float[0]) : WordVectors.of(text()))
                .query(kind == 0 ? null : text() + " " + text())
                .filter(filter)
                .maxResults(2 * SIZE)
                .build();
    }

    private String text() {
        return IntStream.range(0, 1 + random.nextInt(60))
                .mapToObj(i -> {
                    int one = random.nextInt(WORDS.size());
                    int other = random.nextInt(WORDS.size());
                    return WORDS.get(Math.min(one, other));
                })
                .collect(Collectors.joining(" "));
    }

    private Metadata metadata() {
        Metadata metadata = new Metadata();
        for (String key : KEYS) {
            switch (value()) {
                case String text -> metadata.put(key, text);
                case UUID uuid -> metadata.put(key, uuid);
                case Integer number -> metadata.put(key, number);
                case Long number -> metadata.put(key, number);
                case Float number -> metadata.put(key, number);
                case Double number -> metadata.put(key, number);
                default -> {}
            }
        }
        return metadata;
    }

    private Comparable<?> value() {
        int number = random.nextInt(4) - 1;
        return switch (random.nextInt(9)) {
            case 0 -> number;
            case 1 -> (long) number;
            case 2 -> number + 0.5f * random.nextInt(2);
            case 3 -> number + 0.5 * random.nextInt(2);
            case 4 -> random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
            case 5 -> new UUID(number, random.nextInt(3) - 1);
            case 6 -> random.nextBoolean() ? Integer.toString(number) : new UUID(number, 1).toString();
            case 7 -> false;
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    private Filter filter(int depth) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        return switch (random.nextInt(depth == 0 ? 9 : 12)) {
            case 0 -> new IsEqualTo(key, value());
            case 1 -> new IsNotEqualTo(key, value());
            case 2 -> new IsIn(key, List.of(value(), value()));
            case 3 -> new IsNotIn(key, List.of(value(), value()));
            case 4 -> new IsGreaterThan(key, value());
            case 5 -> new IsGreaterThanOrEqualTo(key, value());
            case 6 -> new IsLessThan(key, value());
            case 7 -> new IsLessThanOrEqualTo(key, value());
            case 8 -> new ContainsString(key, text().substring(0, 2));
            case 9 -> new Not(filter(depth - 1));
            case 10 -> new And(filter(depth - 1), filter(depth - 1));
            default -> new Or(filter(depth - 1), filter(depth - 1));
        };
    }
}
