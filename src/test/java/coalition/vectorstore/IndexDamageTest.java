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
        DELETED {
            @Override
            void to(Path index) throws IOException {
                for (Path file : files(index)) {
                    Files.delete(file);
                }
            }
        },
        TRUNCATED {
            @Override
            void to(Path index) throws IOException {
                Path file = largest(index);
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        EMPTIED {
            @Override
            void to(Path index) throws IOException {
                Files.write(largest(index), new byte[0]);
            }
        },
        WITH_A_BIT_FLIPPED {
            @Override
            void to(Path index) throws IOException {
                Path file = largest(index);
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        },
        OF_ANOTHER_VERSION {
            @Override
            void to(Path index) throws IOException {
                Path commit = named(index, "segments_");
                byte[] bytes = Files.readAllBytes(commit);
                bytes[bytes.length / 4] ^= 0x55;
                Files.write(commit, bytes);
            }
        },
        WITHOUT_A_COMMIT {
            @Override
            void to(Path index) throws IOException {
                Files.delete(named(index, "segments_"));
            }
        };

        abstract void to(Path index) throws IOException;

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
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(Stores.contents(store)).isEqualTo(before);
            assertThat(store.check().faults()).isEmpty();
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
