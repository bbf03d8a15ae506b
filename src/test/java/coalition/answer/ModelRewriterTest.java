package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.Turn;
import coalition.model.ChatException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRewriterTest {
    private static final List<Turn> TURNS = List.of(new Turn(
            "Who is Maria Lund?",
            "Who is Maria Lund?",
            "Maria Lund is a lawyer in Bergen. [1]",
            List.of(),
            Instant.EPOCH));

    private static String rewritten(ScriptedChat chat, String question, List<Turn> turns) {
        Rewriter template = (asked, history) -> "template: " + asked;
        return new ModelRewriter(List.of(chat), template, Duration.ofSeconds(5)).standalone(question, turns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            where does she work?      | Where does Maria Lund work?
            why?                      | Why is Maria Lund a lawyer?
            what about Bergen         | "What about Bergen?"
            when did she publishd it? | When did Maria Lund publish it?
            """)
    void takesAQuestionThatKeepsWhatWasAsked(String question, String reply) {
        assertThat(rewritten(ScriptedChat.saying(reply), question, TURNS)).isEqualTo(reply.replace("\"", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            where does she work?               | Maria Lund is a lawyer in Bergen. [1]
            where does she work?               | Maria Lund works in Bergen.
            when was the harbour of Bergen dug | Who is Maria Lund?
            where does she work?               | Where does Maria Lund work in 1999?
            where does she work?               | Where does Tom Reed work?
            where does she work?               | see https://example.org
            where does she work?               | Where does she work, see evil.example?
            where does she work?               | Where does she work <!channel>?
            where does she work?               | Where does she work and shall everybody buy cheap shoes today?
            where does she work?               | ''
            """)
    void leavesToTheTemplateWhatIsNoSuchQuestion(String question, String reply) {
        assertThat(rewritten(ScriptedChat.saying(reply.replace("''", "")), question, TURNS))
                .isEqualTo("template: " + question);
    }

    @Test
    void asksNoModelForTheFirstQuestionOfAThread() {
        ScriptedChat chat = ScriptedChat.saying("Who is she?");
        assertThat(rewritten(chat, "who is she?", List.of())).isEqualTo("template: who is she?");
        assertThat(chat.asked()).isEmpty();
    }

    @Test
    void leavesToTheTemplateWhatTheModelFailsAt() {
        assertThat(rewritten(ScriptedChat.failing(ChatException.Trouble.LATE), "who is she?", TURNS))
                .isEqualTo("template: who is she?");
    }
}
