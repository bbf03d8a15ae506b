package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A hundred questions asked of a store, and how long and how well it answers. */
final class SearchMeasure {
    static final int QUESTIONS = 100;
    static final int RESULTS = 10;

    /** The name of a filter, and one of how many passages it lets pass. */
    static final Map<String, Integer> FILTERS = filters();

    private static final Map<String, String> SHARES =
            Map.of("all", "no filter", "half", "50 %", "twentieth", "5 %", "rare", "0.5 %");

    private final SyntheticPassages passages;
    private final int size;
    private final Map<String, List<Integer>> exact;

    SearchMeasure(SyntheticPassages passages, int size) {
        this.passages = passages;
        this.size = size;
        this.exact = nearest();
    }

    /** With the nearest passages kept in the file; they are looked up there where it exists. */
    SearchMeasure(SyntheticPassages passages, int size, Path kept) throws IOException {
        this.passages = passages;
        this.size = size;
        if (!Files.exists(kept)) {
            Files.write(
                    kept,
                    nearest().entrySet().stream()
                            .map(nearest -> nearest.getKey() + " "
                                    + nearest.getValue().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(",")))
                            .toList());
        }
        this.exact = Files.readAllLines(kept).stream()
                .map(line -> line.split("[ ,]"))
                .collect(Collectors.toMap(
                        line -> line[0] + " " + line[1],
                        line -> Arrays.stream(line)
                                .skip(2)
                                .map(Integer::valueOf)
                                .toList()));
    }

    private Map<String, List<Integer>> nearest() {
        int[] near = IntStream.range(0, QUESTIONS).map(this::near).toArray();
        float[][] questions = ExactNearest.vectors(passages, QUESTIONS, Arrays.stream(near));
        return new ExactNearest(passages, size, questions, RESULTS).numbers();
    }

    private static Map<String, Integer> filters() {
        Map<String, Integer> filters = new LinkedHashMap<>();
        filters.put("all", 1);
        filters.put("half", 2);
        filters.put("twentieth", 20);
        filters.put("rare", 200);
        return filters;
    }

    /** How the report calls a filter. */
    static String share(String filter) {
        return SHARES.getOrDefault(filter, filter);
    }

    /** Milliseconds of each of so many searches, in rising order. */
    double[] millis(EmbeddingStore<TextSegment> store, String filter, boolean hybrid, int times) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            EmbeddingSearchRequest request = request(i % QUESTIONS, filter, hybrid);
            long start = System.nanoTime();
            store.search(request);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    EmbeddingSearchRequest request(int question, String filter, boolean hybrid) {
        int passage = near(question);
        Filter wanted = filter.equals("all")
                ? null
                : MetadataFilterBuilder.metadataKey(filter).isEqualTo(1);
        return EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(passages.question(question, passage)))
                .query(hybrid ? passages.words(passage) : null)
                .filter(wanted)
                .maxResults(RESULTS)
                .build();
    }

    private int near(int question) {
        return (int) ((question * 2_654_435_761L + 12_345) % size);
    }

    /** How many of the true ten nearest a search by embedding finds. */
    double recall(EmbeddingStore<TextSegment> store, String filter) {
        int found = 0;
        int wanted = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            List<String> ids = store.search(request(question, filter, false)).matches().stream()
                    .map(EmbeddingMatch::embeddingId)
                    .toList();
            for (int number : exact.getOrDefault(filter + " " + question, List.of())) {
                wanted++;
                found += ids.contains("passage-" + number) ? 1 : 0;
            }
        }
        return (double) found / wanted;
    }
}
