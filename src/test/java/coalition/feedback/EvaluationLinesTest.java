package coalition.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluationLinesTest {
    private static Feedback feedback(Verdict verdict) {
        return FeedbackLogContract.feedback("a1", "U1", verdict, FeedbackLogContract.NOON);
    }

    @Test
    void expectsAgainWhatHelped() {
        assertThat(EvaluationLines.of(feedback(Verdict.HELPFUL)))
                .contains("{\"id\":\"feedback-a1\",\"question\":\"who keeps the light?\","
                        + "\"answers\":[\"Mara Lind keeps the light.\"],\"document\":\"handbook.md\"}");
    }

    @Test
    void expectsThePassageSomebodyPasted() {
        assertThat(EvaluationLines.of(feedback(Verdict.NOT_HELPFUL).with("It is wrong", "", " Jon Lind. ")))
                .contains("{\"id\":\"feedback-a1\",\"question\":\"who keeps the light?\",\"answers\":[\"Jon Lind.\"]}");
    }

    @Test
    void expectsNothingWhereNobodySaidWhatIsRight() {
        assertThat(EvaluationLines.of(feedback(Verdict.NOT_HELPFUL).with("It is wrong", "bad", "")))
                .isEmpty();
    }
}
