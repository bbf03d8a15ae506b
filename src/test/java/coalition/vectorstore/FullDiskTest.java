package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that finds no room fails with a sentence, reads go on, and writes do once there is room again, in the same process. */
class FullDiskTest {
    private static final int SMALL_DISK_MEGABYTES = 12;
    private static final int BALLAST = 3_000_000;
    private static final int A_TIME = 300;

    @TempDir
    private Path folder;

    @AfterEach
    void makeRoom() {
        FullDisk.isFull(false);
    }

    @Test
    void failsWithASentenceAndReadsOnWhileTheDatabaseHasNoRoom() {
        try (H2EmbeddingStore store = openOnAFillingDisk()) {
            Stores.addDocument(store, "one", 1, 20);
            Map<String, String> before = Stores.contents(store);
            FullDisk.isFull(true);
            for (int i = 0; i < 3; i++) {
                assertRefused(store, "two");
                assertThat(Stores.contents(store)).isEqualTo(before);
            }
        }
    }

    @Test
    void healsOnceTheDatabaseHasRoomAgain() {
        try (H2EmbeddingStore store = openOnAFillingDisk()) {
            Stores.addDocument(store, "one", 1, 20);
            FullDisk.isFull(true);
            assertRefused(store, "two");
            FullDisk.isFull(false);
            Stores.addDocument(store, "three", 1, 20);
            assertThat(Stores.contents(store)).hasSize(40).doesNotContainKey("two-0");
            assertThat(store.check().faults()).isEmpty();
        }
    }

    @Test
    void losesNothingThatWasAcknowledgedBeforeTheDiskWasFull() {
        Map<String, String> before;
        try (H2EmbeddingStore store = openOnAFillingDisk()) {
            Stores.addDocument(store, "one", 1, 20);
            FullDisk.isFull(true);
            assertRefused(store, "two");
            before = Stores.contents(store);
            FullDisk.isFull(false);
        }
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            assertThat(Stores.contents(store)).hasSize(20).isEqualTo(before);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    /** The same on a real disk, where the index has no room either. Linux, and root alone can make one. */
    @Test
    void survivesADiskThatIsReallyFull() throws IOException, InterruptedException {
        assumeThat(mount(folder)).as("a small disk can be mounted here").isTrue();
        try {
            fillAndMakeRoom(folder.resolve("store"), folder.resolve("ballast"));
        } finally {
            run("umount", folder.toString());
        }
    }

    private static void fillAndMakeRoom(Path where, Path ballast) throws IOException {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(where, Stores.QUICK)) {
            Files.write(ballast, new byte[BALLAST]);
            int added = 0;
            boolean refused = false;
            for (int i = 0; i < 2_000 && !refused; i++) {
                try {
                    Stores.addDocument(store, "d" + i, 1, A_TIME);
                    added++;
                } catch (StoreException e) {
                    assertThat(e)
                            .hasMessageContaining("'" + where + "'")
                            .hasMessageContaining("see that the disk has room");
                    refused = true;
                }
            }
            assertThat(refused).isTrue();
            assertThat(Stores.contents(store)).hasSize(A_TIME * added);
            Files.delete(ballast);
            Stores.addDocument(store, "last", 1, 5);
            assertThat(Stores.contents(store)).hasSize(A_TIME * added + 5);
            assertThat(store.check().faults()).isEmpty();
        }
    }

    private static boolean mount(Path where) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=" + SMALL_DISK_MEGABYTES + "m", "tmpfs", where.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void assertRefused(H2EmbeddingStore store, String document) {
        assertThatThrownBy(() -> Stores.addDocument(store, document, 1, 20))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot write to the store in '" + folder + "', nothing was changed: ")
                .hasMessageEndingWith("see that the disk has room and can be written");
    }

    private H2EmbeddingStore openOnAFillingDisk() {
        FullDisk.register();
        return H2EmbeddingStore.open(StoreFile.open(folder, false, 0, "filling:async:"), Stores.QUICK);
    }
}
