package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkRuleTest {
    private final AbstentionRule rule = new SmallTalkRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi                        | GREETING
            Hello there!              | GREETING
            good morning everyone     | GREETING
            hey, how are you today?   | GREETING
            help                      | GREETING
            Who are you?              | GREETING
            what can I ask you?       | GREETING
            are you a bot?            | GREETING
            thanks!                   | THANKS
            Great, thank you so much. | THANKS
            ok cool thx               | THANKS
            bye                       | THANKS
            """)
    void answersSmallTalk(String text, Reason reason) {
        assertThat(rule.check(Inquiry.before(text)))
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello Kitty was created by whom?",
                "who was Hi Fong?",
                "Thanksgiving date?",
                "what is help desk opening time?",
                "Who thanked the mayor?",
                "ok computer release year",
                "what do you know about the merger?"
            })
    void leavesQuestionsAlone(String text) {
        assertThat(rule.check(Inquiry.before(text))).isEmpty();
    }
}
