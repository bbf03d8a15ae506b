package coalition.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenPartTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kors left. [1]|Kors left. [1]",
                "<think>Who left? <b> Kors.</think> Kors left.|Kors left.",
                "  <THINK>a</think><thinking>b</thinking>Yes.|Yes.",
                "<thin|<thin",
                "<table> is a tag|<table> is a tag",
                "<think>without end|''",
                "A < B, and <think> is a word|A < B, and <think> is a word"
            })
    void leavesThoughtsOutHoweverTheyAreCut(String reply, String said) {
        for (int size = 1; size <= reply.length(); size++) {
            assertThat(said(reply, size)).isEqualTo(said);
        }
    }

    private static String said(String reply, int size) {
        SpokenPart unit = new SpokenPart();
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < reply.length(); i += size) {
            said.append(unit.add(reply.substring(i, Math.min(reply.length(), i + size))));
        }
        return said.append(unit.end()).toString();
    }
}
