package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is open here, and another process that wants it too. */
class SecondProcessTest {
    @TempDir
    private Path folder;

    @Test
    void isRefusedByTheNameOfTheFolderAndHarmsNothing() throws IOException {
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
            Stores.addDocument(store, "one", 1, 5);
            Process second =
                    KillTest.start(folder, 1, 0, 0).redirectErrorStream(true).start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.onExit().join().exitValue()).isNotZero();
            assertThat(said)
                    .contains(
                            "cannot open the store in '" + folder
                                    + "': it is open already, here or in another process; close that one or choose another folder");
            Stores.addDocument(store, "two", 1, 5);
            assertThat(Stores.contents(store)).hasSize(10);
            assertThat(store.check().faults()).isEmpty();
        }
    }
}
