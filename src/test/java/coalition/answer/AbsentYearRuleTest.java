package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsentYearRuleTest {
    private final AbstentionRule rule = new AbsentYearRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What was the revenue in 2019?          | Revenue was 2.3 million euros in 2018.
            Who led the guild in 1874, and why?    | Ann Calder led the guild.
            """)
    void refusesAYearThatNothingMentions(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence)))
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(Reason.NOT_IN_SOURCES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What was the revenue in 2018?          | Revenue was 2.3 million euros in 2018.
            Who led the guild in 1990?             | Ann Calder led the guild through the 1990s.
            Does it hold 1500 litres?              | The tank holds 1500 litres.
            Does it cost 2000.50 euros?            | The tank costs 90 euros.
            Who flew the X-2000?                   | Ann Calder flew it.
            Who led the guild?                     | Ann Calder led the guild.
            """)
    void letsOtherNumbersPass(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }
}
