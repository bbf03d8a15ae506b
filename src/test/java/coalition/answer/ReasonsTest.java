package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why was revenue below plan?   | Revenue was below plan.                | Two customers had left. | Revenue was below plan. Two customers had left.
            why was revenue below plan?   | Revenue was below plan because of May. | It rained.              | Revenue was below plan because of May.
            why did the mill close?       | Revenue was below plan.                | Two customers had left. | Revenue was below plan.
            why does it follow links?     | It does not follow links.              | Files are sent whole.   | It does not follow links.
            when was revenue below plan?  | Revenue was below plan.                | Two customers had left. | Revenue was below plan.
            """)
    void bringsTheNextSentenceWhereItMayBeTheReason(String question, String first, String second, String shown) {
        Chunk chunk = Chunks.of("A", "", first + " " + second, first, second);

        assertThat(Reasons.joined(new Run(0, chunk, 0, 0), QuestionAnalysis.of(question))
                        .shown())
                .isEqualTo(shown);
    }
}
