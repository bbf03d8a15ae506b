package coalition.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Question;
import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
    private static final Question QUESTION = new Question("why?", new ThreadId("t"), "cli", Instant.EPOCH, Scope.all());

    @Test
    void showsStatementCitationAndExactWords() {
        assertThat(plain(ScriptedBot.QUOTE)).isEqualTo("""

                  April 2016 [1]
                  Michael Kors left the coalition in April 2016. [1]

                  [1] kors.md › Kors > Leaving, page 3
                      “Michael Kors left the coalition in April 2016.”

                  93 % sure · quoted from the sources · 9 ms
                """);
    }

    @Test
    void marksTheAnsweringWordsInBold() {
        String shown = new AnswerText(new Paint(true, 80)).of(ScriptedBot.grounded(QUESTION, ScriptedBot.QUOTE), 9);
        assertThat(shown).contains("in \033[1mApril 2016\033[0m. \033[36m[1]\033[0m");
    }

    @Test
    void quotesSpeechInOtherMarksThanItsOwn() {
        assertThat(plain("Kors said in April 2016: “We left.”"))
                .contains("‘Kors said in April 2016: “We left.”’")
                .doesNotContain("””");
    }

    @Test
    void wrapsToTheWidth() {
        String shown = new AnswerText(new Paint(false, 40)).of(ScriptedBot.grounded(QUESTION, ScriptedBot.QUOTE), 9);
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red \033[31m text",
                "title \033]0;owned\007 set",
                "c1 \u009b31m text",
                "bell \u0007 and back \b\b",
                "carriage \r return",
                "bidi \u202e override",
                "invisible \u200b\u2060\udb40\udc41 tags",
                "private \ue000 style",
            })
    void printsNothingATerminalWouldObey(String quote) {
        assertThat(plain(quote))
                .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069"
                        + "\\u200b\\u2060\\ue000-\\ue0ff\\x{E0000}-\\x{E007F}]");
    }

    private static String plain(String quote) {
        return new AnswerText(new Paint(false, 0)).of(ScriptedBot.grounded(QUESTION, quote), 9);
    }
}
