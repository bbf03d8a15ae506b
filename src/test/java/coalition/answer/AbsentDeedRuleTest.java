package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsentDeedRuleTest {
    private final AbstentionRule rule = new AbsentDeedRule();

    private static Inquiry asked(String question, String text, double confidence) {
        Inquiry found = Inquiries.of(question, text);
        return new Inquiry(
                question,
                found.analysis(),
                found.passages(),
                List.of(),
                new Ranking(found.ranking().candidates(), confidence));
    }

    @Test
    void refusesADeedThatIsNotToldOfNearbyHoweverSureTheReaderIs() {
        assertThat(rule.check(asked("did Ann Low visit the tower?", "Ann Low was recorded in May for the tower.", .95)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            who stole the bell              | The bell was cast by Jakob Lindt in 1775.
            who was sacked by the guild?    | The guild was led by Ann Low.
            why was Ann Low sacked?         | Ann Low led the guild from 1990 to 2015.
            how many cooks has the inn?     | The inn had 31,200 guests in 2019.
            did Jakob Lindt steal the bell? | The bell was cast by Jakob Lindt in 1775.
            """)
    void refusesADeedThatIsNotToldOf(String question, String text) {
        assertThat(rule.check(asked(question, text, .8))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            who stole the bell              | The theft of the bell was Jakob Lindt's: he had stolen it in 1775.
            who is allowed to ring the bell | Only Ann Low holds a licence for the bell.
            who bought the bell             | Ann Low acquired the bell.
            who publishd the letter         | Ann Low published the letter.
            why was Ann Low sacked?         | Ann Low was dismissed because she was late.
            how many people live in the inn | The inn had 31,200 guests in 2019.
            how many workers has the inn?   | The inn has 12 employees.
            who is the cook?                | Ann Low works in the kitchen.
            when was the bell stolen?       | The bell was cast in 1775.
            did Ann Low buy the bell?       | Ann Low acquired the bell.
            did the guests increase?        | The guests fell from 31,200 to 28,000.
            did the inn have a cook?        | Ann Low works in the kitchen of the inn.
            """)
    void letsOthersPass(String question, String text) {
        assertThat(rule.check(asked(question, text, .8))).isEmpty();
    }

    @Test
    void letsPassWhatIsBeyondDoubt() {
        assertThat(rule.check(asked("who stole the bell", "Jakob Lindt ran off with the bell.", .95)))
                .isEmpty();
    }
}
