package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.retrieval.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherWordsTest {
    private static final List<Passage> FOUND = List.of(Chunks.passage(Chunks.of(
            "Handbook",
            "Leave",
            "Staff have 27 days of annual leave. If you are ill, call the office.",
            "Staff have 27 days of annual leave.",
            "If you are ill, call the office.")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how many vacation days do i get?     | how many leave days do i get?
            what if an employee is sick?         | what if an staff is ill?
            """)
    void asksInThePassagesWords(String question, String other) {
        assertThat(OtherWords.of(question, FOUND)).hasValue(other);
    }

    @Test
    void knowsWhatSaysTheSame() {
        assertThat(OtherWords.same("vacation", "holiday")).isTrue();
        assertThat(OtherWords.same("vacation", "office")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"how many days of leave are there?", "what is the dress code?", "who is Vacation Inc?"})
    void leavesOtherQuestionsAlone(String question) {
        assertThat(OtherWords.of(question, FOUND)).isEmpty();
    }
}
