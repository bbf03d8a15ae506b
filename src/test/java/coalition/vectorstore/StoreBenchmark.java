package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the store does as it grows, beside LangChain4j's own. docs/performance-of-the-store.md has the command. */
final class StoreBenchmark {
    private static final long SEED = 7;
    private static final int WARM_UP = 300;
    private static final int SEARCHES = 1_000;
    private static final int BATCH = 10_000;
    private static final int LARGEST_IN_MEMORY = 100_000;
    private static final int LARGEST_OF_LUCENE = 10_000;
    private static final int ADDITIONS = 2_000;

    private final int size;
    private final Path folder;
    private final SyntheticPassages passages;
    private final Map<String, String> row = new LinkedHashMap<>();

    private StoreBenchmark(int size, Path folder) {
        this.size = size;
        this.folder = folder;
        this.passages = new SyntheticPassages(SEED, size);
    }

    /**
     * Arguments: a folder for the stores, then sizes. Prints what it measures and writes {@code store.md} and {@code store.svg} there,
     * of all sizes that were ever measured in that folder. A store that is there already is not loaded again, nor a peer.
     * {@code -Dstore.alone=true} leaves out the peers, {@code -Dstore.loading=true} stops once the stores are loaded.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String size : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            new StoreBenchmark(Integer.parseInt(size), folder).run();
            BenchmarkReport.write(folder);
        }
    }

    private void run() throws IOException {
        Path store = folder.resolve("store-" + size);
        once("1-loaded", () -> load(store));
        once("2-compacted", () -> compact(store));
        if (Boolean.getBoolean("store.loading")) {
            return;
        }
        SearchMeasure measure = new SearchMeasure(passages, size, folder.resolve("nearest-" + size + ".txt"));
        Files.deleteIfExists(BenchmarkReport.figures(folder, size, "3-measured"));
        once("3-measured", () -> measure(store, measure));
        if (size <= LARGEST_IN_MEMORY && !Boolean.getBoolean("store.alone")) {
            once("4-peers", () -> peers(measure));
        }
    }

    /** What may be measured once and kept. */
    @FunctionalInterface
    private interface Part {
        void measure() throws IOException;
    }

    private void once(String name, Part part) throws IOException {
        Path figures = BenchmarkReport.figures(folder, size, name);
        if (!Files.exists(figures)) {
            row.clear();
            part.measure();
            Files.write(
                    figures,
                    row.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .toList());
        }
    }

    private void load(Path store) throws IOException {
        try (H2EmbeddingStore opened = H2EmbeddingStore.open(store)) {
            note("loaded a second", size / addAll(opened));
            note("bytes a passage beside its text, loaded", bytesBesideText(store));
        }
    }

    private void compact(Path store) throws IOException {
        try (H2EmbeddingStore opened = H2EmbeddingStore.open(store)) {
            long start = System.nanoTime();
            opened.compact();
            note("compacting, s", (System.nanoTime() - start) / 1e9);
        }
        note("bytes a passage beside its text, compacted", bytesBesideText(store));
    }

    private void measure(Path store, SearchMeasure measure) {
        long start = System.nanoTime();
        try (H2EmbeddingStore opened = H2EmbeddingStore.open(store)) {
            note("opening, ms", (System.nanoTime() - start) / 1e6);
            searches(measure, opened);
            additions(measure, opened);
            System.gc();
            note("heap after, MB", heapMegabytes());
        }
    }

    private void peers(SearchMeasure measure) throws IOException {
        peer("InMemoryEmbeddingStore", new InMemoryEmbeddingStore<>(), measure);
        if (size <= LARGEST_OF_LUCENE) {
            Optional<EmbeddingStore<TextSegment>> lucene = PeerStores.lucene(folder.resolve("peer-" + size));
            if (lucene.isPresent()) {
                peer("community Lucene", lucene.get(), measure);
            }
        }
    }

    /** Seconds that the store took. */
    private double addAll(EmbeddingStore<TextSegment> store) {
        long nanos = 0;
        for (int from = 0; from < size; from += BATCH) {
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
            say(Math.min(size, from + BATCH) + " loaded, " + (int) ((from + BATCH) / (nanos / 1e9)) + " a second");
        }
        return nanos / 1e9;
    }

    private void searches(SearchMeasure measure, EmbeddingStore<TextSegment> store) {
        for (String filter : SearchMeasure.FILTERS.keySet()) {
            String share = SearchMeasure.share(filter);
            measure.millis(store, filter, false, WARM_UP);
            double[] plain = measure.millis(store, filter, false, SEARCHES);
            note("vector p50, ms, " + share, plain[SEARCHES / 2]);
            measure.millis(store, filter, true, WARM_UP);
            double[] hybrid = measure.millis(store, filter, true, SEARCHES);
            note("hybrid p50, ms, " + share, hybrid[SEARCHES / 2]);
            note("hybrid p99, ms, " + share, hybrid[SEARCHES * 99 / 100]);
            note("recall@10, " + share, measure.recall(store, filter));
        }
    }

    /** Twenty additions a second beside one thread that searches as fast as it can. */
    private void additions(SearchMeasure measure, H2EmbeddingStore store) {
        double before = searchesASecond(measure, store, () -> pause(3_000));
        List<Double> millis = new ArrayList<>();
        double beside = searchesASecond(measure, store, () -> {
            for (int i = 0; i < ADDITIONS; i++) {
                Embedding embedding = passages.embedding(size + i);
                TextSegment segment = passages.segment(size + i);
                long start = System.nanoTime();
                store.addAll(List.of("added-" + i), List.of(embedding), List.of(segment));
                millis.add((System.nanoTime() - start) / 1e6);
                pause(50);
            }
        });
        double after = searchesASecond(measure, store, () -> pause(3_000));
        store.removeAll(
                IntStream.range(0, ADDITIONS).mapToObj(i -> "added-" + i).toList());
        millis.sort(null);
        note("add p50, ms", millis.get(ADDITIONS / 2));
        note("add p99, ms", millis.get(ADDITIONS * 99 / 100));
        note("searches a second without additions", (before + after) / 2);
        note("of these kept while adding", 2 * beside / (before + after));
    }

    private static double searchesASecond(SearchMeasure measure, H2EmbeddingStore store, Runnable meanwhile) {
        AtomicBoolean stopping = new AtomicBoolean();
        AtomicLong searches = new AtomicLong();
        Thread.ofPlatform().start(() -> {
            for (int i = 0; !stopping.get(); i++) {
                store.search(measure.request(i % SearchMeasure.QUESTIONS, "all", true));
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

    /** What a store of others does with the same passages and questions; it searches by embedding alone. */
    private void peer(String name, EmbeddingStore<TextSegment> store, SearchMeasure measure) {
        try {
            note(name + ": loaded a second", size / addAll(store));
            for (String filter : List.of("all", "rare")) {
                measure.millis(store, filter, false, 20);
                double[] millis = measure.millis(store, filter, false, SearchMeasure.QUESTIONS);
                note(name + ": p50, ms, " + SearchMeasure.share(filter), millis[SearchMeasure.QUESTIONS / 2]);
                note(name + ": recall@10, " + SearchMeasure.share(filter), measure.recall(store, filter));
            }
        } catch (RuntimeException e) {
            say(name + " failed: " + e);
        }
    }

    private static int heapMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private double bytesBesideText(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            long bytes = files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
            long text = IntStream.range(0, size)
                    .mapToLong(number -> passages.segment(number).text().length())
                    .sum();
            return (double) (bytes - text) / size;
        }
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
