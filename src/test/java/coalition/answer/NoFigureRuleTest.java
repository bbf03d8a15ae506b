package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoFigureRuleTest {
    private final AbstentionRule rule = new NoFigureRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            How old is Ines Calder?             | Ines Calder is a lawyer in Ashby.
            In what year did the mill close?    | The mill closed when slate grew cheap.
            How many boats sank?                | The boats sank near the pier.
            """)
    void refusesAnAnswerWithoutAFigure(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            How old is Ines Calder?             | Ines Calder, 54, is a lawyer in Ashby.
            How many boats sank?                | Twelve boats sank near the pier.
            How many boats sank?                | No boats sank near the pier.
            When did the mill close?            | The mill closed when slate grew cheap.
            Who closed the mill?                | Tom Reed closed the mill.
            """)
    void letsOthersPass(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }
}
