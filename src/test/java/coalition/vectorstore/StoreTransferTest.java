package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTransferTest {
    @TempDir
    private Path folder;

    @Test
    void importsWhatWasExportedWithoutADifference() {
        Metadata metadata = new Metadata()
                .put("string", "a \"quoted\" \u2028 line\n")
                .put("uuid", new UUID(-1, 2))
                .put("int", Integer.MIN_VALUE)
                .put("long", Long.MAX_VALUE)
                .put("float", 0.1f)
                .put("double", Double.MIN_VALUE);
        Path lines = folder.resolve("store.jsonl");
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder.resolve("from"), Stores.QUICK)) {
            store.add("bare", WordVectors.of("bare"));
            store.addAll(
                    List.of("full"), List.of(WordVectors.of("full")), List.of(TextSegment.from("{text}", metadata)));
            Stores.addDocument(store, "many", 1, 20);
            store.exportTo(lines);
        }
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder.resolve("to"), Stores.QUICK)) {
            assertThat(store.importFrom(lines)).isEqualTo(22);
            EmbeddingMatch<TextSegment> full =
                    Stores.nearest(store, WordVectors.of("full"), 1).getFirst();
            assertThat(full.embedded()).isEqualTo(TextSegment.from("{text}", metadata));
            assertThat(full.embedding()).isEqualTo(WordVectors.of("full"));
            assertThat(Stores.nearest(store, WordVectors.of("bare"), 1)
                            .getFirst()
                            .embedded())
                    .isNull();
        }
    }

    @Test
    void namesTheLineThatCannotBeImported() throws IOException {
        Path lines = folder.resolve("bad.jsonl");
        Files.writeString(lines, "{\"format\":1,\"dimension\":2}\n{\"id\":\"a\",\"embedding\":[1,2]}\n{\"id\":7}\n");
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder.resolve("to"), Stores.QUICK)) {
            assertThatThrownBy(() -> store.importFrom(lines))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("bad.jsonl', line 3");
        }
    }

    @Test
    void restoresOneGenerationOfAStoreThatWasBeingWritten() throws Exception {
        Path zip = folder.resolve("backup.zip");
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder.resolve("from"), Stores.QUICK);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Stores.addDocument(store, "d", 0, 10);
            Future<?> writing = threads.submit(() -> {
                for (int version = 1; version < 40; version++) {
                    Stores.replaceDocument(store, "d", version, 10);
                }
            });
            store.backup(zip);
            writing.get();
        }
        H2EmbeddingStore.restore(zip, folder.resolve("to"));
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder.resolve("to"), Stores.QUICK)) {
            Map<String, String> contents = Stores.contents(store);
            assertThat(store.check().faults()).isEmpty();
            assertThat(contents).hasSize(10);
            assertThat(contents.values().stream()
                            .map(text -> text.split(" passage")[0])
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void refusesToRestoreOverAStore() {
        Path zip = folder.resolve("backup.zip");
        Path store = folder.resolve("from");
        try (H2EmbeddingStore open = H2EmbeddingStore.open(store, Stores.QUICK)) {
            open.backup(zip);
        }
        assertThatThrownBy(() -> H2EmbeddingStore.restore(zip, store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("'" + store + "'")
                .hasMessageContaining("there is a store already");
    }

    /** The fixture was made by {@code backup} when the format was new; it is never made again. */
    @Test
    void opensAStoreOfFormatOne() throws IOException {
        Path zip = folder.resolve("format-1.zip");
        try (InputStream fixture =
                Objects.requireNonNull(StoreTransferTest.class.getResourceAsStream("store-format-1.zip"))) {
            Files.copy(fixture, zip);
        }
        H2EmbeddingStore.restore(zip, folder.resolve("old"));
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder.resolve("old"), Stores.QUICK)) {
            assertThat(store.generation()).isEqualTo(3);
            assertThat(Stores.contents(store))
                    .hasSize(6)
                    .containsEntry("one-1", "document one version 2 passage 1")
                    .containsEntry("two-3", "document two version 1 passage 3");
            Stores.addDocument(store, "new", 1, 2);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void refusesAStoreOfANewerFormat() throws SQLException {
        H2EmbeddingStore.open(folder, Stores.QUICK).close();
        change("update store set format = 2");
        assertThatThrownBy(() -> H2EmbeddingStore.open(folder, Stores.QUICK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("'" + folder + "'")
                .hasMessageContaining("its format is 2");
    }

    @Test
    void finishesTablesWhoseMakerDiedBeforeItWasDone() throws SQLException {
        H2EmbeddingStore.open(folder, Stores.QUICK).close();
        change("delete from store");
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "one", 1, 3);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void keepsItsDimensionWhereTheProcessDiedWhileEverythingWasRemoved() throws SQLException {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "one", 1, 3);
        }
        change("update store set generation = 2, cleared = 2, dimension = 0");
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThatThrownBy(() -> store.add("other", Embedding.from(new float[] {1, 2})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 numbers");
            assertThat(Stores.contents(store)).hasSize(3);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("entries"));
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
