package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.StringHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to the index, what was added is found and the index is made again. */
class IndexDamageTest {
    private static final int SIZE = 300;

    @TempDir
    private Path folder;

    private Map<String, String> before = Map.of();

    /** What can happen to the files of an index. */
    enum Damage {
        DELETED("it is missing, or was never finished") {
            @Override
            void to(Path index) throws IOException {
                for (Path file : files(index)) {
                    Files.delete(file);
                }
            }
        },
        TRUNCATED("it is damaged: ") {
            @Override
            void to(Path index) throws IOException {
                Path file = largest(index);
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        EMPTIED("it is damaged: ") {
            @Override
            void to(Path index) throws IOException {
                Files.write(largest(index), new byte[0]);
            }
        },
        WITH_A_BIT_FLIPPED("it is damaged: ") {
            @Override
            void to(Path index) throws IOException {
                Path file = largest(index);
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        },
        WITH_A_DAMAGED_COMMIT("it is damaged: ") {
            @Override
            void to(Path index) throws IOException {
                Path commit = named(index, "segments_");
                byte[] bytes = Files.readAllBytes(commit);
                bytes[bytes.length / 4] ^= 0x55;
                Files.write(commit, bytes);
            }
        },
        OF_A_NEWER_LUCENE("another version of Lucene wrote it") {
            @Override
            void to(Path index) throws IOException {
                writeCommit(index, 1_000);
            }
        },
        OF_AN_OLDER_LUCENE("another version of Lucene wrote it") {
            @Override
            void to(Path index) throws IOException {
                writeCommit(index, 1);
            }
        },
        WITHOUT_A_COMMIT("it is missing, or was never finished") {
            @Override
            void to(Path index) throws IOException {
                Files.delete(named(index, "segments_"));
            }
        };

        private final String sentence;

        Damage(String sentence) {
            this.sentence = sentence;
        }

        abstract void to(Path index) throws IOException;

        /** A commit after all others, of another format. */
        static void writeCommit(Path index, int version) throws IOException {
            try (Directory directory = FSDirectory.open(index);
                    IndexOutput out = directory.createOutput("segments_z", IOContext.DEFAULT)) {
                CodecUtil.writeIndexHeader(out, "segments", version, StringHelper.randomId(), "z");
                CodecUtil.writeFooter(out);
            }
        }

        static Path largest(Path index) throws IOException {
            return files(index).stream()
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }

        static Path named(Path index, String prefix) throws IOException {
            return files(index).stream()
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeEach
    void fill() {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "one", 1, SIZE);
            before = Stores.contents(store);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsEverythingAtOnceAndRebuildsAnIndexThatIs(Damage damage) throws IOException {
        damage.to(index());
        try (LoggedSentences said = new LoggedSentences();
                H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(Stores.contents(store)).isEqualTo(before);
            assertThat(store.check().faults()).isEmpty();
            assertThat(said.of("is rebuilt from the table"))
                    .singleElement()
                    .asString()
                    .startsWith("the index in '" + index() + "' is rebuilt from the table: " + damage.sentence);
        }
    }

    @Test
    void tellsHowFarARebuildHasCome() {
        try (LoggedSentences said = new LoggedSentences();
                H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "many", 1, 6_000);
            store.rebuildIndex();
            store.awaitIndex();
            assertThat(said.of("entries")).containsExactly("the index of '" + folder + "' has 5000 of 6300 entries");
            assertThat(said.of("' is rebuilt")).last().isEqualTo("the index in '" + index() + "' is rebuilt");
        }
    }

    @Test
    void searchesALongTableOnlyOnceTheIndexIsThere() throws IOException {
        Damage.DELETED.to(index());
        StoreOptions noScans = Stores.QUICK.withScanLimit(SIZE - 1);
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, noScans)) {
            assertThat(Stores.contents(store)).isEqualTo(before);
        }
    }

    @Test
    void rebuildsAnIndexOfAnotherStore(@TempDir Path other) throws IOException {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(other, Stores.QUICK)) {
            Stores.addDocument(store, "foreign", 1, SIZE);
        }
        copy(other.resolve("index"), index());
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(store.check().faults()).isEmpty();
            assertThat(Stores.contents(store)).isEqualTo(before);
        }
    }

    @Test
    void rebuildsAnIndexThatIsAheadOfItsTable(@TempDir Path backup) throws IOException {
        Files.copy(folder.resolve("entries.mv.db"), backup.resolve("entries.mv.db"));
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.replaceDocument(store, "one", 2, SIZE);
        }
        Files.copy(
                backup.resolve("entries.mv.db"), folder.resolve("entries.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "two", 1, 1);
            Stores.addDocument(store, "three", 1, 1);
            assertThat(store.check().faults()).isEmpty();
            assertThat(Stores.contents(store)).containsAllEntriesOf(before).hasSize(SIZE + 2);
        }
    }

    @Test
    void letsAnOlderIndexOfItsOwnCatchUp(@TempDir Path old) throws IOException {
        copy(index(), old);
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.replaceDocument(store, "one", 2, 10);
            Stores.addDocument(store, "two", 1, 10);
        }
        copy(old, index());
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(store.check().faults()).isEmpty();
            assertThat(Stores.contents(store)).hasSize(20).containsValue(Stores.text("one", 2, 9));
        }
    }

    @Test
    void reportsWhatTheIndexLacks() throws IOException {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK);
                EntryIndex empty = EntryIndex.create(folder.resolve("other"));
                StoreFile none = StoreFile.open(folder.resolve("none"), false)) {
            StoreSchema.open(none);
            assertThat(store.check().isSound()).isTrue();
            assertThat(new EntryCheck(none).run(Optional.of(empty)).entries()).isZero();
        }
        try (StoreFile file = StoreFile.open(folder, false);
                EntryIndex empty = EntryIndex.create(folder.resolve("other"))) {
            assertThat(new EntryCheck(file).run(Optional.of(empty)).faults())
                    .hasSize(20)
                    .contains("the index lacks the entry 'one-0'");
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(to)) {
            Files.delete(file);
        }
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
