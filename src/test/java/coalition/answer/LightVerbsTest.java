package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightVerbsTest {
    @ParameterizedTest
    @CsvSource({
        "What decisions did the board make?, What did the board decide?",
        "what decision did the board take about the pier, what did the board decide about the pier",
        "Which recommendations does the report give?, Which does the report recommend?"
    })
    void asksWithThePlainVerb(String question, String plain) {
        assertThat(LightVerbs.plain(question)).hasValue(plain);
    }

    @ParameterizedTest
    @CsvSource({"What cars did the firm make?", "What did the board decide?", "Who made the decision?"})
    void leavesOtherQuestionsAlone(String question) {
        assertThat(LightVerbs.plain(question)).isEmpty();
    }
}
