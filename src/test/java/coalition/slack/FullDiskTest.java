package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.storage.FullDiskDatabase;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
        bench.deliver(event);
        awaitText("100.1", "Mara Lind");
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
