package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Answer;
import coalition.answer.Grounded;
import coalition.answer.Progress;
import coalition.answer.Question;
import coalition.answer.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that grow in a direct message. */
class StreamTest {
    private final Bench bench = new Bench();
    private final CountDownLatch second = new CountDownLatch(1);
    private final CountDownLatch rest = new CountDownLatch(1);

    @BeforeEach
    void setUp() {
        bench.streams = true;
        bench.answerer = this::slowly;
        bench.with(bench.settings).start();
    }

    @AfterEach
    void close() {
        second.countDown();
        rest.countDown();
        bench.close();
    }

    private Answer slowly(Question question, Progress progress) {
        Grounded answer = Samples.grounded(question);
        progress.verified(answer.statements().get(0), answer.citations());
        await(second);
        progress.verified(answer.statements().get(1), answer.citations());
        await(rest);
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        bench.deliver(Events.message("Ev1", "D1", "im", "100.1", "", "U1", "who?"));
    }

    private List<FakeSlack.Posted> seen() {
        return bench.slack.thread("D1", "100.1");
    }

    private void awaitText(String text) {
        Bench.soon().until(() -> seen().size() == 1 && seen().getFirst().text.contains(text));
    }

    private void awaitFinished() {
        Bench.soon().until(() -> bench.ledger.open(1).isEmpty());
        assertThat(seen()).hasSize(1);
        assertThat(seen().getFirst().blocks).contains("Show sources").contains("two goats");
        assertThat(seen().getFirst().streaming).isFalse();
    }

    @Test
    void growsSentenceBySentenceAndBecomesTheAnswer() {
        ask();
        awaitText("Mara Lind keeps the light since 2009. \\[1\\]");
        assertThat(seen().getFirst().text).doesNotContain("goats");
        second.countDown();
        awaitText("She lives in the tower with two goats. \\[2\\]");
        rest.countDown();
        awaitFinished();
        FakeSlack.Call start = bench.slack.calls("chat.startStream").getFirst();
        assertThat(start.get("recipient_user_id")).isEqualTo("U1");
        assertThat(start.get("recipient_team_id")).isEqualTo(FakeSlack.TEAM);
        assertThat(bench.slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void finishesADeadStreamByAnUpdate() {
        ask();
        awaitText("Mara Lind");
        bench.slack.endStreams();
        second.countDown();
        Bench.soon().until(() -> !bench.slack.calls("chat.appendStream").isEmpty());
        rest.countDown();
        awaitFinished();
        assertThat(bench.slack.calls("chat.stopStream")).isEmpty();
    }

    @Test
    void answersInOneMessageWhereThereAreNoStreams() {
        bench.slack.faults((method, call) ->
                method.endsWith("Stream") ? Optional.of(FakeSlack.Fault.error("unknown_method")) : Optional.empty());
        ask();
        second.countDown();
        rest.countDown();
        awaitFinished();
        assertThat(bench.slack.calls("chat.startStream")).hasSize(1);
    }

    @Test
    void doesNotWaitForAStreamThatIsLimited() {
        bench.slack.faults((method, call) ->
                method.endsWith("Stream") ? Optional.of(FakeSlack.Fault.limited("600")) : Optional.empty());
        ask();
        second.countDown();
        rest.countDown();
        awaitFinished();
    }

    @Test
    void stopsWhatStillGrowsBeforeItIsReplaced() {
        bench.slack.faults((method, call) -> method.equals("chat.stopStream")
                        && bench.slack.calls("chat.stopStream").isEmpty()
                ? Optional.of(FakeSlack.Fault.status(503))
                : Optional.empty());
        ask();
        awaitText("Mara Lind");
        second.countDown();
        rest.countDown();
        awaitFinished();
    }

    @Test
    void finishesAfterARestartTheMessageThatGrew() {
        ask();
        awaitText("Mara Lind");
        bench.face.close();
        second.countDown();
        rest.countDown();
        bench.answerer = (question, progress) -> Samples.grounded(question);
        bench.with(bench.settings).start();
        awaitFinished();
    }

    @Test
    void findsAStreamWhoseBeginningWasNotWrittenDown() {
        ask();
        awaitText("Mara Lind");
        bench.face.close();
        bench.ledger.placeholder("Ev1", "");
        second.countDown();
        rest.countDown();
        bench.with(bench.settings).start();
        awaitFinished();
    }

    @Test
    void saysThatItReadsInTheStreamItself() {
        CountDownLatch never = new CountDownLatch(1);
        bench.face.close();
        bench.answerer = (question, progress) -> {
            await(never);
            return Samples.grounded(question);
        };
        bench.with(Bench.patient(bench.settings, Duration.ofMillis(30))).start();
        ask();
        awaitText("Reading the documents");
        never.countDown();
        awaitFinished();
    }

    @Test
    void answersInAChannelInOnePiece() {
        second.countDown();
        rest.countDown();
        bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        Bench.soon().until(() -> bench.ledger.open(1).isEmpty());
        assertThat(bench.slack.calls("chat.startStream")).isEmpty();
        assertThat(bench.slack.thread("C1", "100.1")).hasSize(1);
    }

    @Test
    void letsNothingInASentenceBecomeMarkup() {
        String text = "# *Look* <!channel> [here](https://evil.example) `x` www.evil.example 1. ~no~";
        Statement statement = new Statement(text, List.of(1));
        second.countDown();
        rest.countDown();
        bench.face.close();
        bench.answerer = (question, progress) -> {
            progress.verified(statement, List.of());
            return Samples.grounded(question);
        };
        bench.with(bench.settings).start();
        ask();
        awaitFinished();
        assertThat(bench.slack.calls("chat.startStream").getFirst().get("markdown_text"))
                .isEqualTo("\\# \\*Look\\* &lt;\\!channel&gt; \\[here\\](https\\[:\\]//evil.example) \\`x\\`"
                        + " www\\[.\\]evil.example 1. \\~no\\~ \\[1\\]\n\n");
    }
}
