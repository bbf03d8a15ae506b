package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight searchers, two writers and a re-index at once. {@code -Dstore.rounds=N} makes N rounds of replacements instead of 5;
 * {@code -Dstore.minutes=N} goes on for N minutes.
 */
class ConcurrencyTest {
    private static final int ROUNDS = Integer.getInteger("store.rounds", 5);
    private static final Duration LASTING = Duration.ofMinutes(Integer.getInteger("store.minutes", 0));
    private static final int SEARCHERS = 8;
    private static final int DOCUMENTS = 5;
    private static final int SIZE = 7;

    @TempDir
    private Path folder;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final List<Long> heap = new ArrayList<>();
    private final long end = System.nanoTime() + LASTING.toNanos();

    @Test
    void showsWholeGenerationsOnlyWhileOthersWrite() throws Exception {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK);
                ExecutorService threads = Executors.newFixedThreadPool(SEARCHERS + 3)) {
            for (int document = 0; document < DOCUMENTS; document++) {
                Stores.addDocument(store, "d" + document, 0, SIZE);
            }
            List<Future<?>> searching = new ArrayList<>();
            for (int i = 0; i < SEARCHERS; i++) {
                String document = "d" + i % DOCUMENTS;
                searching.add(threads.submit(() -> searchUntilStopped(store, document)));
            }
            List<Future<?>> writing = List.of(
                    threads.submit(() -> replaceAgainAndAgain(store)),
                    threads.submit(() -> addAndRemove(store)),
                    threads.submit(() -> reindex(store)));
            try {
                join(writing);
            } finally {
                stopping.set(true);
            }
            join(searching);
            assertThat(store.check().faults()).isEmpty();
            assertThat(searches.get()).isPositive();
            assertThatHeapIsFlat();
        }
    }

    @Test
    void finishesTheCallsInHandWhenClosed() throws Exception {
        H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> using = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "d" + i;
                using.add(threads.submit(() -> addUntilClosed(store, name)));
            }
            store.close();
            join(using);
        }
        try (H2EmbeddingStore again = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(again.check().faults()).isEmpty();
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "d", 1, 500);
            store.rebuildIndex();
            store.awaitIndex();
            store.compact();
            Stores.nearest(store, WordVectors.of("passage"), 3);
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(Duration.ofSeconds(20));
        }
        assertThat(left)
                .filteredOn(thread -> thread.isAlive() && !isOfTheJdk(thread))
                .isEmpty();
    }

    /** Of the pool that all asynchronous channels of a process share, which comes and goes with its own clock. */
    private static boolean isOfTheJdk(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getName().equals("InnocuousThreadGroup");
    }

    @Test
    void survivesInterruptsOfThoseWhoCall() throws Exception {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            for (int round = 0; round < 10; round++) {
                String name = "d" + round;
                Thread caller = Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt();
                    Stores.addDocument(store, name, 1, 3);
                    Stores.nearest(store, WordVectors.of("passage"), 3);
                });
                caller.join();
            }
            assertThat(store.count()).isEqualTo(30);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    private void addUntilClosed(H2EmbeddingStore store, String name) {
        try {
            for (int version = 0; ; version++) {
                Stores.addDocument(store, name, version, 3);
                Stores.nearest(store, WordVectors.of(name), 3);
            }
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("was closed");
        }
    }

    /** Each document is always there whole, and all of it of one version. */
    private void searchUntilStopped(H2EmbeddingStore store, String document) {
        while (!stopping.get()) {
            List<EmbeddingMatch<TextSegment>> found = store.search(EmbeddingSearchRequest.builder()
                            .queryEmbedding(WordVectors.of("document " + document))
                            .query("document " + document)
                            .filter(Stores.of(document))
                            .maxResults(100)
                            .build())
                    .matches();
            Set<String> versions = new HashSet<>();
            found.forEach(match -> versions.add(match.embedded().text().split(" passage")[0]));
            assertThat(found).hasSize(SIZE);
            assertThat(versions).hasSize(1);
            searches.incrementAndGet();
        }
    }

    private boolean goesOn(int round) {
        return round < ROUNDS || System.nanoTime() < end;
    }

    private void replaceAgainAndAgain(H2EmbeddingStore store) {
        for (int version = 1; goesOn(version - 1); version++) {
            for (int document = 0; document < DOCUMENTS; document++) {
                Stores.replaceDocument(store, "d" + document, version, SIZE);
                changes.incrementAndGet();
            }
        }
    }

    private void addAndRemove(H2EmbeddingStore store) {
        for (int round = 0; goesOn(round); round++) {
            Stores.addDocument(store, "other", round, 5);
            store.removeAll(Stores.ids("other", 3));
            store.removeAll(Stores.of("other"));
            changes.addAndGet(3);
        }
    }

    /** Once, or every ten seconds of a long run; notes how much of the heap is in use each time. */
    private void reindex(H2EmbeddingStore store) {
        do {
            store.rebuildIndex();
            store.awaitIndex();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            heap.add((runtime.totalMemory() - runtime.freeMemory()) >> 20);
            for (int i = 0; i < 100 && System.nanoTime() < end; i++) {
                LockSupport.parkNanos(100_000_000);
            }
        } while (System.nanoTime() < end);
    }

    /** Where it was looked at often enough: the last third is no fuller than the first, but for a tenth and 20 MB. */
    private void assertThatHeapIsFlat() {
        if (heap.size() < 9) {
            return;
        }
        int third = heap.size() / 3;
        long first = Collections.max(heap.subList(1, third));
        long last = Collections.max(heap.subList(heap.size() - third, heap.size()));
        System.out.println(searches + " searches, " + changes + " changes, " + heap.size()
                + " re-indexings, heap in MB after each: " + heap);
        assertThat(last).isLessThanOrEqualTo(first + first / 10 + 20);
    }

    private static void join(List<Future<?>> futures) throws InterruptedException, ExecutionException {
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
