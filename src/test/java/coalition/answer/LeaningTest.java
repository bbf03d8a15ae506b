package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaningTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "He moved to Paris.",
                "It was repaired in May.",
                "This led to a strike.",
                "However, the vote failed.",
                "The move surprised investors.",
                "The latter is cheaper.",
                "In 1990, she left the firm.",
                "After the war, they returned home.",
                "Its surface is cold.",
                "But nobody answered.",
                "In 1990 it was a tenth of all.",
                "These rules apply to all staff."
            })
    void seesThatASentenceLeans(String sentence) {
        assertThat(Leaning.on(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna moved to Paris.",
                "There are 28 days of leave.",
                "It is estimated that 200 people live there.",
                "When Anna was six, she moved to Paris.",
                "In Paris, Anna met her husband.",
                "The move to Berlin was announced in May.",
                "This past week the council met.",
                "In 1990 it was said that Anna left.",
                "In 1990 Anna left.",
                "Both Anna and Ben signed."
            })
    void seesThatASentenceStandsAlone(String sentence) {
        assertThat(Leaning.on(sentence)).isFalse();
    }
}
