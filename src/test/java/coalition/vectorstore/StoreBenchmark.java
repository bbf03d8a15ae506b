package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/** How the store does as it grows, beside LangChain4j's in-memory store. docs/performance-of-the-store.md has the command. */
final class StoreBenchmark {
    private static final long SEED = 7;
    private static final int QUESTIONS = 100;
    private static final int WARM_UP = 300;
    private static final int SEARCHES = 600;
    private static final int RESULTS = 10;
    private static final int BATCH = 10_000;
    private static final int LARGEST_IN_MEMORY = 100_000;
    private static final Map<String, Integer> FILTERS = filters();

    private final int size;
    private final SyntheticPassages passages;
    private final Map<String, String> row = new LinkedHashMap<>();

    private StoreBenchmark(int size) {
        this.size = size;
        this.passages = new SyntheticPassages(SEED, size);
    }

    private static Map<String, Integer> filters() {
        Map<String, Integer> filters = new LinkedHashMap<>();
        filters.put("all", 1);
        filters.put("half", 2);
        filters.put("twentieth", 20);
        filters.put("rare", 200);
        return filters;
    }

    /** Arguments: a folder for the stores, then sizes. Prints a table and writes {@code store.md} and {@code store.svg} there. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String size : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            rows.add(new StoreBenchmark(Integer.parseInt(size)).run(folder.resolve("store-" + size)));
            BenchmarkReport.write(folder, rows);
        }
    }

    private Map<String, String> run(Path folder) throws IOException {
        note("passages", size);
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder)) {
            load(store);
        }
        note("bytes a passage beside its text", (double) (bytes(folder) - textBytes()) / size);
        long start = System.nanoTime();
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder)) {
            note("opening, ms", (System.nanoTime() - start) / 1e6);
            searches(store);
            addsWhileSearching(store);
            System.gc();
            note("heap after, MB", heapMegabytes());
        }
        if (size <= LARGEST_IN_MEMORY) {
            inMemory();
        }
        return row;
    }

    private void load(H2EmbeddingStore store) {
        long nanos = 0;
        for (int from = (int) store.count(); from < size; from += BATCH) {
            List<Integer> numbers =
                    IntStream.range(from, Math.min(size, from + BATCH)).boxed().toList();
            List<String> ids =
                    numbers.stream().map(number -> "passage-" + number).toList();
            List<Embedding> embeddings =
                    numbers.stream().map(passages::embedding).toList();
            List<TextSegment> segments = numbers.stream().map(passages::segment).toList();
            long start = System.nanoTime();
            store.addAll(ids, embeddings, segments);
            nanos += System.nanoTime() - start;
            say(Math.min(size, from + BATCH) + " loaded");
        }
        note("loaded a second", size / (nanos / 1e9));
    }

    private void searches(EmbeddingStore<TextSegment> store) {
        Map<String, List<List<Integer>>> exact = exact();
        for (String filter : FILTERS.keySet()) {
            measure(store, filter, false, WARM_UP);
            double[] plain = measure(store, filter, false, SEARCHES);
            note("vector p50 " + filter + ", ms", plain[SEARCHES / 2]);
            measure(store, filter, true, WARM_UP);
            double[] hybrid = measure(store, filter, true, SEARCHES);
            note("hybrid p50 " + filter + ", ms", hybrid[SEARCHES / 2]);
            note("hybrid p99 " + filter + ", ms", hybrid[SEARCHES * 99 / 100]);
            note("recall@10 " + filter, recall(store, filter, exact.getOrDefault(filter, List.of())));
        }
    }

    private double[] measure(EmbeddingStore<TextSegment> store, String filter, boolean hybrid, int times) {
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

    private EmbeddingSearchRequest request(int question, String filter, boolean hybrid) {
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

    private double recall(EmbeddingStore<TextSegment> store, String filter, List<List<Integer>> exact) {
        int found = 0;
        int wanted = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            List<String> ids = store.search(request(question, filter, false)).matches().stream()
                    .map(EmbeddingMatch::embeddingId)
                    .toList();
            for (int number : exact.get(question)) {
                wanted++;
                found += ids.contains("passage-" + number) ? 1 : 0;
            }
        }
        return (double) found / wanted;
    }

    /** The true nearest by filter and question, found by looking at every vector. */
    private Map<String, List<List<Integer>>> exact() {
        float[][] questions = IntStream.range(0, QUESTIONS)
                .mapToObj(question -> passages.question(question, near(question)))
                .toArray(float[][]::new);
        Map<String, Nearest[]> nearest = new LinkedHashMap<>();
        FILTERS.keySet()
                .forEach(filter -> nearest.put(
                        filter,
                        Stream.generate(() -> new Nearest(RESULTS))
                                .limit(QUESTIONS)
                                .toArray(Nearest[]::new)));
        for (int number = 0; number < size; number++) {
            float[] vector = passages.vector(number);
            for (int question = 0; question < QUESTIONS; question++) {
                float cosine = VectorUtil.dotProduct(questions[question], vector);
                for (Map.Entry<String, Integer> filter : FILTERS.entrySet()) {
                    if (filter.getValue() == 1 || number % filter.getValue() == 1) {
                        nearest.getOrDefault(filter.getKey(), new Nearest[0])[question].add(number, cosine);
                    }
                }
            }
        }
        Map<String, List<List<Integer>>> exact = new LinkedHashMap<>();
        nearest.forEach((filter, all) ->
                exact.put(filter, Arrays.stream(all).map(Nearest::numbers).toList()));
        return exact;
    }

    /** The best of what it was given, in no order. */
    private static final class Nearest {
        private final int[] numbers;
        private final float[] cosines;
        private int count;

        Nearest(int limit) {
            numbers = new int[limit];
            cosines = new float[limit];
        }

        void add(int number, float cosine) {
            int place = count;
            if (count == numbers.length) {
                place = 0;
                for (int i = 1; i < count; i++) {
                    place = cosines[i] < cosines[place] ? i : place;
                }
                if (cosines[place] >= cosine) {
                    return;
                }
            } else {
                count++;
            }
            numbers[place] = number;
            cosines[place] = cosine;
        }

        List<Integer> numbers() {
            return Arrays.stream(numbers, 0, count).boxed().toList();
        }
    }

    /** Twenty adds a second beside one thread that searches as fast as it can. */
    private void addsWhileSearching(H2EmbeddingStore store) {
        double alone = searchesASecond(store, () -> pause(3_000));
        List<Double> millis = new ArrayList<>();
        double beside = searchesASecond(store, () -> {
            for (int i = 0; i < 200; i++) {
                Embedding embedding = passages.embedding(size + i);
                TextSegment segment = passages.segment(size + i);
                long start = System.nanoTime();
                store.addAll(List.of("added-" + i), List.of(embedding), List.of(segment));
                millis.add((System.nanoTime() - start) / 1e6);
                pause(50);
            }
        });
        millis.sort(null);
        note("add p50, ms", millis.get(100));
        note("add p99, ms", millis.get(197));
        note("searches kept while adding", beside / alone);
    }

    private double searchesASecond(H2EmbeddingStore store, Runnable meanwhile) {
        AtomicBoolean stopping = new AtomicBoolean();
        AtomicLong searches = new AtomicLong();
        Thread.ofPlatform().start(() -> {
            for (int i = 0; !stopping.get(); i++) {
                store.search(request(i % QUESTIONS, "all", true));
                searches.incrementAndGet();
            }
        });
        long start = System.nanoTime();
        meanwhile.run();
        double rate = searches.get() / ((System.nanoTime() - start) / 1e9);
        stopping.set(true);
        return rate;
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(1_000_000L * millis);
    }

    private void inMemory() {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        List<Integer> numbers = IntStream.range(0, size).boxed().toList();
        store.addAll(
                numbers.stream().map(number -> "passage-" + number).toList(),
                numbers.stream().map(passages::embedding).toList(),
                numbers.stream().map(passages::segment).toList());
        measure(store, "all", false, 20);
        note("InMemoryEmbeddingStore p50 all, ms", measure(store, "all", false, 50)[25]);
        note("InMemoryEmbeddingStore p50 rare, ms", measure(store, "rare", false, 50)[25]);
    }

    private static int heapMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private long textBytes() {
        return IntStream.range(0, size)
                .mapToLong(number -> passages.segment(number).text().length())
                .sum();
    }

    private void note(String name, double value) {
        String shown =
                value >= 100 || value == Math.rint(value) ? Long.toString(Math.round(value)) : "%.2f".formatted(value);
        row.put(name, shown);
        say(size + ": " + name + " " + shown);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
