package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    @TempDir
    private Path folder;

    @Test
    void shrinksTheFileAndKeepsEveryEntry() throws IOException {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            replaceAgainAndAgain(store);
            Map<String, String> before = Stores.contents(store);
            long bytes = Files.size(database());
            store.compact();
            assertThat(Files.size(database())).isLessThan(bytes / 4);
            assertThat(Stores.contents(store)).isEqualTo(before);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void goesOnWithTheCompactedFile() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            replaceAgainAndAgain(store);
            store.compact();
            Stores.addDocument(store, "later", 1, 3);
        }
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(Stores.contents(store)).hasSize(33).containsKey("later-2");
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void letsOthersSearchAndWriteMeanwhile() throws Exception {
        AtomicBoolean stopping = new AtomicBoolean();
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Stores.addDocument(store, "d", 0, 30);
            Future<?> searching = threads.submit(() -> {
                while (!stopping.get()) {
                    assertThat(Stores.nearest(store, WordVectors.of("d"), 100)).hasSize(30);
                }
            });
            Future<?> writing = threads.submit(() -> {
                for (int version = 1; !stopping.get(); version++) {
                    Stores.replaceDocument(store, "d", version, 30);
                }
            });
            for (int i = 0; i < 3; i++) {
                store.compact();
            }
            stopping.set(true);
            searching.get();
            writing.get();
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void isDoneAtClosingWhereMuchIsWasteAndLittleIsLive() {
        assertThat(new FileFill(100 << 20, 30 << 20).isWorthCompactingAtClosing())
                .isTrue();
        assertThat(new FileFill(100 << 20, 90 << 20).isWorthCompactingAtClosing())
                .isFalse();
        assertThat(new FileFill(12 << 20, 1 << 20).isWorthCompactingAtClosing()).isFalse();
        assertThat(new FileFill(1_000L << 20, 400L << 20).isWorthCompactingAtClosing())
                .isFalse();
    }

    private static void replaceAgainAndAgain(H2EmbeddingStore store) {
        for (int version = 0; version < 40; version++) {
            Stores.replaceDocument(store, "d", version, 30);
        }
    }

    private Path database() {
        return folder.resolve("entries.mv.db");
    }
}
