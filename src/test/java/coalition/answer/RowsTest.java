package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    private static final Chunk FARES = Chunks.of(
            "Ferry",
            "Fares",
            "| Who | Summer | Winter |\n|---|---|---|\n| Adult | £14 | £10 |\n| Child | £7 | £5 |\nChildren must not go alone.",
            "Who | Summer | Winter",
            "Adult | £14 | £10",
            "Child | £7 | £5",
            "Children must not go alone.");

    @ParameterizedTest
    @CsvSource({
        "how much does a child ticket cost in winter, 2, false",
        "how much does a child ticket cost in winter, 1, true",
        "how much fuel does the ferry burn in winter, 1, true",
        "how does an adult book in summer, 1, true",
        "how does an adult book in summer, 3, false",
        "may a child swim in summer at 9 pm?, 2, true",
        "is there a child fare in summer at 9 pm?, 2, false",
        "compare the fares of adult and child, 1, false"
    })
    void seesWhichRowSpeaksOfSomethingElse(String question, int sentence, boolean off) {
        assertThat(Rows.isOff(QuestionAnalysis.of(question), FARES, sentence)).isEqualTo(off);
    }

    @Test
    void wantsNoWordThatOnlyAsksForThePriceWhereMoneyStands() {
        assertThat(Rows.wanted(QuestionAnalysis.of("how much is spent on a child"), FARES, 2))
                .containsExactly(Stem.of("child"));
    }

    @Test
    void seesAPriceByItsColumn() {
        Chunk loaves =
                Chunks.of("Loaves", "", "| Loaf | Price |\n|---|---|\n| Rye | 6.80 |", "Loaf | Price", "Rye | 6.80");
        assertThat(Rows.isPriced(loaves, 1)).isTrue();
        assertThat(Rows.isPriced(loaves, 0)).isFalse();
        assertThat(Rows.isPriced(FARES, 3)).isFalse();
    }

    @Test
    void letsTheRuleRefuseARowThatLacksWhatIsAsked() {
        Inquiry salt = Inquiries.of("how much salt goes into the loaf?", "Loaf | 900 g | 6.20");
        assertThat(new OtherRowRule().check(salt)).isPresent();
    }

    @Test
    void letsTheRulePassASentence() {
        Inquiry salt = Inquiries.of("how much salt goes into the loaf?", "The loaf weighs 900 g.");
        assertThat(new OtherRowRule().check(salt)).isEmpty();
    }
}
