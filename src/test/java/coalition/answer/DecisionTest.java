package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            is Harwick still a partner?       | Harwick is the oldest partner of the guild.
            is Harwick a partner?             | Harwick, a mill in Ashby, is the oldest partner.
            is the pier closed?               | The pier was closed by the board.
            did Ann Low leave the guild?      | Ann Low did not leave the guild.
            did sales rise?                   | Sales fell by a tenth last year.
            has the number of visitors grown? | The number of visitors remained the same.
            """)
    void knowsASentenceThatDecides(String question, String sentence) {
        assertThat(Decision.of(QuestionAnalysis.of(question), sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            is Harwick still a partner?       | Ann Low said that the partners were still waiting for Harwick.
            is Harwick a partner?             | Harwick is a mill in Ashby.
            was frost the reason of the crash? | The share of frost in each crash is small.
            did Ann Low leave the guild?      | Tom Reed left the guild that Ann Low runs.
            did sales rise?                   | Sales are made in the shop.
            did sales rise?                   | The river rose in May.
            are dogs allowed?                 | Dogs are forbidden.
            """)
    void knowsASentenceThatDoesNot(String question, String sentence) {
        assertThat(Decision.of(QuestionAnalysis.of(question), sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            can i wash the jug in the machine  | Wash the jug by hand: it is not machine-proof. | 1
            is the loft accessible by stretcher | The loft has poor accessibility.              | .66
            can i bring a kite                 | Boats are welcome.                            | 0
            """)
    void saysHowMuchOfTheQuestionASentenceHas(String question, String sentence, double covered) {
        assertThat(Decision.covered(QuestionAnalysis.of(question), sentence)).isCloseTo(covered, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(.01);
    }
}
