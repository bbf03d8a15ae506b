package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where did Ann Low work before Oak Mill?  | Ann Low came to Oak Mill in May from Elm Works.   | true
            which mill was low at before oak         | Low joined Oak from the Elm Works.                | true
            Where did Ann Low work before Oak Mill?  | Tom Reed came to Oak Mill in May from Elm Works.  | false
            Where did Ann Low work before Oak Mill?  | Ann Low works for Oak Mill.                       | false
            Where does Ann Low work?                 | Ann Low came to Oak Mill in May from Elm Works.   | false
            """)
    void knowsFromWhereSomebodyCame(String question, String sentence, boolean told) {
        assertThat(Earlier.isTold(QuestionAnalysis.of(question), sentence, Token.all(sentence)))
                .isEqualTo(told);
    }
}
