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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            will the mill be sold?     | A member wished to know whether the mill would be sold. It would not, said Ann. | true
            can i bring a dog          | Can I bring a dog? Only on a lead.                                               | true
            when will the mill be sold | A member wished to know whether the mill would be sold. It would not, said Ann. | false
            will the barn be painted?  | A member wished to know whether the mill would be sold. It would not, said Ann. | false
            """)
    void showsWhatIsToldInReply(String question, String text, boolean both) {
        int end = Math.max(text.indexOf("? "), text.indexOf(". ")) + 1;
        Chunk chunk = Chunks.of("Minutes", "", text, text.substring(0, end), text.substring(end + 1));

        assertThat(Replies.to(QuestionAnalysis.of(question), 0, chunk, 0)
                        .map(Run::shown)
                        .filter(text::equals)
                        .isPresent())
                .isEqualTo(both);
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
