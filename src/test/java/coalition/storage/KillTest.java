package coalition.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process while it writes. {@code -Dcoalition.kills=200} for more than the few of every build. */
class KillTest {
    private static final int KILLS = Integer.getInteger("coalition.kills", 4);

    @TempDir
    private Path folder;

    @Test
    void losesNothingItAcknowledgedWhenTheProcessIsKilled() throws IOException, InterruptedException {
        Set<Integer> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeUntilKilled("safe", kill * 1_000_000, 150 + 90 * kill));
        }
        assertThat(stored()).containsAll(acknowledged);
    }

    /** The negative control: if the same procedure finds no loss where there must be one, the test above proves nothing. */
    @Test
    void findsTheLossWhereWritesAreDelayed() throws IOException, InterruptedException {
        boolean lost = false;
        for (int kill = 0; kill < 5 && !lost; kill++) {
            Path fresh = Files.createDirectory(folder.resolve("lazy" + kill));
            Set<Integer> acknowledged = new HashSet<>(writeUntilKilled(fresh, "lazy", 0, 2000));
            lost = !stored(fresh).containsAll(acknowledged);
        }
        assertThat(lost).isTrue();
    }

    @Test
    void refusesASecondProcessInOneSentence() throws IOException, InterruptedException {
        Process holder = start(folder, "safe", 0);
        try (BufferedReader acks = reader(holder)) {
            acks.readLine();
            assertThatThrownBy(() -> Database.open(folder, KilledWriter.SCHEMA))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith(
                            "cannot open the data folder '" + folder
                                    + "': another coalition process is using it; stop that one, or give this one a folder of its own");
            assertThat(holder.isAlive()).isTrue();
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private List<Integer> writeUntilKilled(String manner, int first, int atLeast)
            throws IOException, InterruptedException {
        return writeUntilKilled(folder, manner, first, atLeast);
    }

    private static List<Integer> writeUntilKilled(Path folder, String manner, int first, int atLeast)
            throws IOException, InterruptedException {
        Process process = start(folder, manner, first);
        List<Integer> acknowledged = new ArrayList<>();
        try (BufferedReader acks = reader(process)) {
            String line;
            while ((line = acks.readLine()) != null) {
                acknowledged.add(Integer.parseInt(line));
                if (acknowledged.size() == atLeast) {
                    // not Process.destroyForcibly: that also closes the stream, and acknowledgements on their way are
                    // lost
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(atLeast);
        return acknowledged;
    }

    private static Process start(Path folder, String manner, int first) throws IOException {
        return new ProcessBuilder(ChildJvm.command(
                        List.of(), KilledWriter.class, folder.toString(), Integer.toString(first), manner))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private Set<Integer> stored() {
        return stored(folder);
    }

    private static Set<Integer> stored(Path folder) {
        try (Database database = Database.open(folder, KilledWriter.SCHEMA)) {
            return database.read(connection -> {
                Set<Integer> numbers = new HashSet<>();
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select number from numbers")) {
                    while (rows.next()) {
                        numbers.add(rows.getInt(1));
                    }
                }
                return numbers;
            });
        }
    }
}
