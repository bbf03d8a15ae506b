package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.retrieval.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadNounsTest {
    private static final List<Passage> FOUND = passages("The Northern Bakers’ Union (NBU) struck in May."
            + " The Office for Bread and Flour (OBF) paid. The Elm Trust (ET) and the Oak Trust (OT) did not.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how many members does the union have?  | how many members does the NBU have?
            When did the office pay?               | When did the OBF pay?
            """)
    void knowsWhoIsMeant(String question, String named) {
        assertThat(HeadNouns.named(question, FOUND)).hasValue(named);
    }

    @ParameterizedTest
    @CsvSource({"did the trust pay?", "who paid the baker?", "did a union strike?", "what did the union Jack cost?"})
    void leavesOtherQuestionsAlone(String question) {
        assertThat(HeadNouns.named(question, FOUND)).isEmpty();
    }

    @Test
    void knowsNobodyWhereNothingIsFound() {
        assertThat(HeadNouns.named("did the union strike?", List.of())).isEmpty();
    }

    private static List<Passage> passages(String text) {
        return List.of(Chunks.passage(Chunks.of("A", "B", text, text)));
    }
}
