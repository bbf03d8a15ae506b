package coalition.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FeedbackLog} does. */
abstract class FeedbackLogContract {
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    abstract FeedbackLog log();

    static Feedback feedback(String answer, String person, Verdict verdict, Instant at) {
        return new Feedback(
                answer,
                person,
                verdict,
                "",
                "",
                "",
                "who keeps the light?",
                "Mara Lind keeps the light. [1]",
                false,
                List.of(new Source("handbook.md", 10, 36, "Mara Lind keeps the light.")),
                at);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(log().list(Instant.EPOCH, 10)).isEmpty();
        assertThat(log().since(Instant.EPOCH)).isEqualTo(new Tally(0, 0));
    }

    @Test
    void givesBackWhatWasSaid() {
        FeedbackLog log = log();
        Feedback said = feedback("a1", "U1", Verdict.NOT_HELPFUL, NOON).with("It is wrong", "so", "the passage");
        log.record(said);
        assertThat(log.list(Instant.EPOCH, 10)).containsExactly(said);
    }

    @Test
    void keepsTheLastWordOfAPerson() {
        FeedbackLog log = log();
        log.record(feedback("a1", "U1", Verdict.HELPFUL, NOON));
        log.record(feedback("a1", "U1", Verdict.NOT_HELPFUL, NOON.plusSeconds(1)));
        log.record(feedback("a1", "U2", Verdict.HELPFUL, NOON));
        assertThat(log.since(Instant.EPOCH)).isEqualTo(new Tally(1, 1));
    }

    @Test
    void listsTheNewestFirst() {
        FeedbackLog log = log();
        log.record(feedback("a1", "U1", Verdict.HELPFUL, NOON));
        log.record(feedback("a2", "U1", Verdict.HELPFUL, NOON.plusSeconds(5)));
        log.record(feedback("a3", "U1", Verdict.HELPFUL, NOON.minusSeconds(5)));
        assertThat(log.list(NOON, 10)).extracting(Feedback::answer).containsExactly("a2", "a1");
        assertThat(log.list(Instant.EPOCH, 1)).extracting(Feedback::answer).containsExactly("a2");
    }

    @Test
    void forgetsAPersonAndWhatIsOld() {
        FeedbackLog log = log();
        log.record(feedback("a1", "U1", Verdict.HELPFUL, NOON));
        log.record(feedback("a2", "U2", Verdict.HELPFUL, NOON));
        log.record(feedback("a3", "U3", Verdict.HELPFUL, NOON.minusSeconds(60)));
        assertThat(log.forget("U1")).isEqualTo(1);
        assertThat(log.forgetBefore(NOON)).isEqualTo(1);
        assertThat(log.list(Instant.EPOCH, 10)).extracting(Feedback::answer).containsExactly("a2");
    }

    @Test
    void forgetsWhatAnybodySaidOfAnAnswer() {
        FeedbackLog log = log();
        log.record(feedback("a1", "U1", Verdict.HELPFUL, NOON));
        log.record(feedback("a1", "U2", Verdict.NOT_HELPFUL, NOON));
        log.record(feedback("a2", "U1", Verdict.HELPFUL, NOON));
        assertThat(log.forgetAnswer("a1")).isEqualTo(2);
        assertThat(log.list(Instant.EPOCH, 10)).extracting(Feedback::answer).containsExactly("a2");
    }
}
