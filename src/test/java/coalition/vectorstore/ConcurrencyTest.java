package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("store-writer") || name.startsWith("Lucene Merge"));
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

    private void replaceAgainAndAgain(H2EmbeddingStore store) {
        long end = System.nanoTime() + LASTING.toNanos();
        for (int version = 1; version <= ROUNDS || System.nanoTime() < end; version++) {
            for (int document = 0; document < DOCUMENTS; document++) {
                Stores.replaceDocument(store, "d" + document, version, SIZE);
            }
        }
    }

    private void addAndRemove(H2EmbeddingStore store) {
        for (int round = 0; round < ROUNDS; round++) {
            Stores.addDocument(store, "other", round, 5);
            store.removeAll(Stores.ids("other", 3));
            store.removeAll(Stores.of("other"));
        }
    }

    private void reindex(H2EmbeddingStore store) {
        store.rebuildIndex();
        store.awaitIndex();
    }

    private static void join(List<Future<?>> futures) throws InterruptedException, ExecutionException {
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
