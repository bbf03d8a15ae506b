package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.storage.FullDiskDatabase;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room while people ask. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Bench bench = new Bench();
    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void setUp() {
        bench.close();
        bench = new Bench(FullDiskDatabase.open(folder, SlackFace.MIGRATIONS));
        bench.answerer = (question, progress) -> {
            if (question.text().contains("slowly")) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Samples.grounded(question);
        };
        bench.start();
    }

    @AfterEach
    void close() {
        FullDiskDatabase.fill(false);
        gate.countDown();
        bench.close();
    }

    private List<FakeSlack.Posted> thread(String ts) {
        return bench.slack.thread("C1", ts);
    }

    private void awaitText(String ts, String text) {
        Bench.soon()
                .until(() ->
                        thread(ts).size() == 1 && thread(ts).getFirst().text.contains(text));
    }

    @Test
    void saysSoAndAnswersInTheSameMessageWhenSlackSendsItAgain() {
        JsonObject event = Events.mention("Ev1", "C1", "100.1", "", "U1", "who?");
        FullDiskDatabase.fill(true);
        CompletableFuture<JsonObject> first = bench.slack.socket().event(event);
        awaitText("100.1", "could not keep your question");
        assertThat(first).isNotDone();
        FullDiskDatabase.fill(false);
        deliverUntilAcknowledged(event);
        awaitText("100.1", "Mara Lind");
    }

    @Test
    void saysSoInAThreadToo() {
        FullDiskDatabase.fill(true);
        var unused = bench.slack.socket().event(Events.mention("Ev1", "C1", "100.2", "100.1", "U1", "who?"));
        awaitText("100.1", "could not keep your question");
    }

    @Test
    void tellsWhoTypedACommand() {
        FullDiskDatabase.fill(true);
        var unused = bench.slack
                .socket()
                .send("slash_commands", Events.command("U1", "C1", "who?", "t.1", bench.slack.responseUrl()), true);
        Bench.soon()
                .until(() -> bench.slack
                                .messages(m -> m.text.contains("could not take your question"))
                                .size()
                        == 1);
    }

    /** As Slack does. */
    private void deliverUntilAcknowledged(JsonObject event) {
        for (int i = 0; i < 20; i++) {
            try {
                bench.slack.socket().event(event).get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException again) {
                // sent again
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void losesNothingThatWasAcknowledgedBefore() {
        bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who, slowly?"));
        bench.deliver(Events.mention("Ev2", "C2", "200.1", "", "U1", "who, slowly?"));
        FullDiskDatabase.fill(true);
        gate.countDown();
        awaitText("100.1", "answer it here as soon as I can");
        FullDiskDatabase.fill(false);
        awaitText("100.1", "Mara Lind");
        Bench.soon().until(() -> bench.ledger.open(9).isEmpty());
        assertThat(bench.slack.messages(m -> m.text.contains("Mara Lind"))).hasSize(2);
        assertThat(bench.slack.messages()).hasSize(2);
    }
}
