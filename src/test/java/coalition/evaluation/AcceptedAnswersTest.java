package coalition.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedAnswersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She paid 1,000 dollars.    | 1000             | true
            She paid 10000 dollars.    | 1000             | false
            It was Mr. O\u2019Neill.   | o'neill          | true
            The U.S. Navy came.        | US Navy          | false
            The U.S. Navy came.        | u.s. navy        | true
            It is Aristotle's word.    | Aristotle        | true
            A pair of Levi\u2019s.        | Levi's           | true
            Nothing                    | thing            | false
            """)
    void holdsAnAnswerAsWholeWords(String text, String answer, boolean holds) {
        assertThat(new AcceptedAnswers(List.of(answer)).in(text)).isEqualTo(holds);
    }

    @Test
    void articlesAndMarksDoNotCount() {
        assertThat(new AcceptedAnswers(List.of("Eiffel Tower")).exactly("the Eiffel Tower,"))
                .isTrue();
    }

    @Test
    void sharedWordsCountInPart() {
        assertThat(new AcceptedAnswers(List.of("red wine", "beer")).f1("old red wine"))
                .isCloseTo(.8, within(1e-9));
    }

    @Test
    void noAcceptedAnswerIsInNoText() {
        assertThat(new AcceptedAnswers(List.of()).in("anything")).isFalse();
    }
}
