package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffTopicRuleTest {
    private final AbstentionRule rule = new OffTopicRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            is there an android app for the lamp? | The lamp needs a battery.
            may i eat in the lab?                 | Wear a coat at all times.
            is the pump repaired                  | Use the old clock until it is repaired.
            is Ann Low a doctor?                  | Present: Ann Low, Ben Hill.
            was the mill a french company         | The mill was a company of weavers.
            """)
    void refusesWhatSharesTooLittle(String question, String text) {
        assertThat(rule.check(Inquiries.of(question, text))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            can the price of boards be changed?   | The price may be adjusted once a year.
            can i make videos with a tripod       | Videography is forbidden here.
            may i take the sled                   | No sleds on the slope.
            are dogs allowed?                     | Dogs are forbidden.
            what app is there for the lamp?       | The lamp needs a battery.
            is it?                                | The lamp needs a battery.
            is the pump repaired                  | The pump makes noise. It is to be repaired.
            is Ann Low a doctor?                  | Ann Low is a doctor.
            is there a doctor?                    | A doctor comes on Mondays.
            """)
    void letsOthersPass(String question, String text) {
        assertThat(rule.check(Inquiries.of(question, text))).isEmpty();
    }
}
