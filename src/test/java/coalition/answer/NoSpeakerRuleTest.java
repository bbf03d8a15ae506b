package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoSpeakerRuleTest {
    private final AbstentionRule rule = new NoSpeakerRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What did Ann Low call the plan?         | Ann Low reacted to the plan by leaving.
            What did Ann Low say about the lease?   | Apologies: Ann Low.
            What did Ann Low say about Tom Reed?    | “Ann Low is late again,” said Tom Reed.
            """)
    void refusesWhereTheOneAskedAboutDoesNotSpeak(String question, String text) {
        assertThat(rule.check(Inquiries.of(question, text))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What did Ann Low call the plan?         | Ann Low called the plan “a start”.
            What did Ann Low say about the lease?   | Ann Low objected that ten years is too long.
            What did the judge say?                 | The inspection was late.
            Why did Ann Low leave?                  | Ann Low left because of the plan.
            """)
    void letsOthersPass(String question, String text) {
        assertThat(rule.check(Inquiries.of(question, text))).isEmpty();
    }
}
