package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.storage.Database;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends events at planned times, however the bot fares, while every answer takes its time, and prints how long after its planned
 * time each was acknowledged. {@code -Dslack.events=1000 -Dslack.seconds=10} for a burst, {@code -Dslack.events=4980 -Dslack.seconds=600} for ten minutes of
 * what Slack sends at most; a build sends a few.
 */
class LoadTest {
    private static final int EVENTS = Integer.getInteger("slack.events", 60);
    private static final double SECONDS = Double.parseDouble(System.getProperty("slack.seconds", "1.5"));

    /** Sent again after a while, as Slack does; how late it is counts from the first time. */
    private static CompletableFuture<JsonObject> acknowledged(Bench bench, JsonObject event) {
        return bench.slack
                .socket()
                .event(event)
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionallyComposeAsync(late -> acknowledged(bench, event));
    }

    @Test
    void acknowledgesEverythingWhileAnswersAreSlow(@TempDir Path folder) {
        try (Bench bench = new Bench(Database.open(folder, SlackFace.MIGRATIONS))) {
            bench.answerer = (question, progress) -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20));
                return Samples.grounded(question);
            };
            bench.start();
            long[] late = new long[EVENTS];
            List<CompletableFuture<Void>> acks = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < EVENTS; i++) {
                int n = i;
                long planned = begin + (long) (i * SECONDS * 1e9 / EVENTS);
                LockSupport.parkNanos(planned - System.nanoTime());
                acks.add(acknowledged(bench, Events.mention("Ev" + n, "C" + n, n + ".1", "", "U" + n, "who?"))
                        .thenAccept(ack -> late[n] = System.nanoTime() - planned));
            }
            CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new))
                    .orTimeout(5, TimeUnit.MINUTES)
                    .join();
            Arrays.sort(late);
            System.out.printf(
                    "%d events in %.1f s: acknowledged p50 %d ms, p99 %d ms, max %d ms%n",
                    EVENTS,
                    SECONDS,
                    late[EVENTS / 2] / 1_000_000,
                    late[EVENTS * 99 / 100] / 1_000_000,
                    late[EVENTS - 1] / 1_000_000);
            int open = bench.ledger.open(EVENTS + 1).size();
            long answered = bench.slack.messages(m -> m.text.contains("Mara Lind")).stream()
                    .map(m -> m.channel)
                    .distinct()
                    .count();
            System.out.printf("%d answered, %d waiting%n", answered, open);
            assertThat(open + answered).isGreaterThanOrEqualTo(EVENTS);
        }
    }
}
