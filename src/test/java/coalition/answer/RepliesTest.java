package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
    private static final Chunk CHAT = Chunks.of(
            "Chat",
            "",
            "[9:01] Ann: who has the key of the hut?\n[9:02] Ben: I do. It hangs here.\n[9:05] Eve: Tom asks whether we need paint\n[9:07] Ann: no",
            "[9:01] Ann: who has the key of the hut?",
            "[9:02] Ben: I do.",
            "It hangs here.",
            "[9:05] Eve: Tom asks whether we need paint",
            "[9:07] Ann: no");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            who has the key to the hut   | 0 | [9:01] Ann: who has the key of the hut? [9:02] Ben: I do. It hangs here.
            do we need paint             | 3 | [9:05] Eve: Tom asks whether we need paint [9:07] Ann: no
            """)
    void showsTheQuestionWithItsReply(String question, int sentence, String shown) {
        assertThat(Replies.to(QuestionAnalysis.of(question), 0, CHAT, sentence))
                .hasValueSatisfying(run -> assertThat(run.shown()).isEqualTo(shown));
    }

    @ParameterizedTest
    @CsvSource({"who painted the door of the barn, 0", "who has the key to the hut, 1", "who has the key to the hut, 4"
    })
    void findsNoneWhereSomethingElseOrNothingIsAsked(String question, int sentence) {
        assertThat(Replies.to(QuestionAnalysis.of(question), 0, CHAT, sentence)).isEmpty();
    }

    @Test
    void refusesWhereOnlyAQuestionIsToBeShown() {
        assertThat(new OnlyAsksRule().check(Inquiries.of("who has the key?", "Who took the key?")))
                .isPresent();
    }

    @Test
    void refusesNoAnswer() {
        assertThat(new OnlyAsksRule().check(Inquiries.of("who has the key?", "Ann has the key.")))
                .isEmpty();
    }
}
