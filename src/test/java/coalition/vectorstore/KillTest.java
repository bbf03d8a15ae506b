package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that changes a store is killed where it stands (SIGKILL), again and again; whatever it had acknowledged must be there
 * and the index must be equal to the table. {@code -Dstore.kills=200} kills as often, {@code -Dstore.seed=N} elsewhere.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("store.kills", 25);
    private static final long SEED = Long.getLong("store.seed", 20_161_126L);
    private static final int KILLS_A_FOLDER = 5;
    private static final int MOST_LINES = 120;
    private static final int MOST_MICROS = 20_000;
    private static final int FIRST_START_MICROS = 600_000;

    /** What a process said before it died: changes below {@code acknowledged} were, that one may have begun. */
    private record Said(int acknowledged, int lines) {}

    @Test
    void losesNothingThatWasAcknowledged(@TempDir Path folders) {
        SplittableRandom random = new SplittableRandom(SEED);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; ) {
            Path folder = folders.resolve("store" + kill);
            long seed = SEED + kill;
            Map<String, String> contents = new TreeMap<>();
            int next = 0;
            for (int i = 0; i < KILLS_A_FOLDER && kill < KILLS; i++, kill++) {
                Said said = runAndKill(folder, seed, next, 0, random);
                Map<String, String> before = replay(contents, seed, next, said.acknowledged());
                Map<String, String> after =
                        StoreChange.of(seed, said.acknowledged()).on(before);
                try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
                    contents = Stores.contents(store);
                    assertThat(store.check().faults())
                            .as("kill %d of seed %d", kill, SEED)
                            .isEmpty();
                }
                assertThat(List.of(before, after))
                        .as("kill %d of seed %d", kill, SEED)
                        .contains(contents);
                acknowledged += said.acknowledged() - next;
                next = contents.equals(before) ? said.acknowledged() : said.acknowledged() + 1;
            }
        }
        System.out.println(KILLS + " kills, " + acknowledged + " changes acknowledged, none lost, seed " + SEED);
        assertThat(acknowledged).isPositive();
    }

    @Test
    void wouldNoticeAStoreThatAcknowledgesBeforeItWrites(@TempDir Path folders) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean lost = false;
        for (int kill = 0; kill < 10 && !lost; kill++) {
            Path folder = folders.resolve("store" + kill);
            Said said = runAndKill(folder, SEED, 0, 500, random);
            Map<String, String> before = replay(Map.of(), SEED, 0, said.acknowledged());
            Map<String, String> after =
                    StoreChange.of(SEED, said.acknowledged()).on(before);
            try (H2EmbeddingStore store = H2EmbeddingStore.open(folder, Stores.QUICK)) {
                lost = !List.of(before, after).contains(Stores.contents(store));
            }
        }
        assertThat(lost).isTrue();
    }

    private static Map<String, String> replay(Map<String, String> contents, long seed, int from, int to) {
        Map<String, String> now = contents;
        for (int number = from; number < to; number++) {
            now = StoreChange.of(seed, number).on(now);
        }
        return now;
    }

    /** Where the classes came from that the process needs; the property {@code java.class.path} may name a launcher only. */
    private static String classPath() {
        return Stream.of(
                        KilledProcess.class,
                        H2EmbeddingStore.class,
                        TextSegment.class,
                        org.h2.Driver.class,
                        IndexWriter.class,
                        EnglishAnalyzer.class,
                        org.slf4j.Logger.class,
                        ch.qos.logback.classic.Logger.class,
                        ch.qos.logback.core.Appender.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A process that changes the store in this folder. */
    static ProcessBuilder start(Path folder, long seed, int next, int delay) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                KilledProcess.class.getName(),
                folder.toString(),
                Long.toString(seed),
                Integer.toString(next),
                Integer.toString(delay));
    }

    /** Kills the process within 20 ms of a line that it prints, among the first 120; each third new store while it is made. */
    private static Said runAndKill(Path folder, long seed, int next, int delay, SplittableRandom random) {
        boolean atFirstStart = next == 0 && delay == 0 && random.nextInt(3) == 0;
        int lastLine = atFirstStart ? 1 : 1 + random.nextInt(MOST_LINES);
        long nanos = 1_000L * random.nextInt(atFirstStart ? FIRST_START_MICROS : MOST_MICROS);
        try {
            Process process = start(folder, seed, next, delay)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int acknowledged = next;
            int lines = 0;
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines++;
                    acknowledged = line.startsWith("done ") ? Integer.parseInt(line.substring(5)) + 1 : acknowledged;
                    if (lines == lastLine) {
                        LockSupport.parkNanos(nanos);
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            process.onExit().join();
            assertThat(lines).as("the process died by itself").isGreaterThanOrEqualTo(lastLine);
            return new Said(acknowledged, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
