package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedHeadingsTest {
    private static final Chunk CHANGES = Chunks.of(
            "Changes",
            "[2.1.0] - 2030-05-04",
            "[2.1.0] - 2030-05-04\n\n- Tokens expire after 12 hours.\n- Since 6 May the lamp is blue.",
            "[2.1.0] - 2030-05-04",
            "Tokens expire after 12 hours.",
            "Since 6 May the lamp is blue.");

    @ParameterizedTest
    @CsvSource({
        "when was 2.1.0 released, 0, true",
        "when did version 2.1.0 come out, 0, true",
        "when was 2.2.0 released, 0, false",
        "when was 2.1.0 released, 1, false",
        "what is 2.1.0, 0, false",
        "when was the lamp released, 0, false"
    })
    void answerWhenWhatTheyNumberWas(String question, int sentence, boolean answers) {
        assertThat(DatedHeadings.answers(QuestionAnalysis.of(question), CHANGES, sentence))
                .isEqualTo(answers);
    }

    @Test
    void areShownAboveWhatNamesNoDay() {
        assertThat(Chunks.shown(above("when did tokens expire", 1)))
                .containsExactly("[2.1.0] - 2030-05-04", "Tokens expire after 12 hours.");
    }

    @ParameterizedTest
    @CsvSource({"when did the lamp become blue, 2", "when will tokens expire, 1", "how long are tokens valid, 1"})
    void areNotShownElsewhere(String question, int sentence) {
        assertThat(above(question, sentence)).isEmpty();
    }

    private static java.util.List<Run> above(String question, int sentence) {
        return DatedHeadings.above(QuestionAnalysis.of(question), new Run(0, CHANGES, sentence, sentence));
    }
}
