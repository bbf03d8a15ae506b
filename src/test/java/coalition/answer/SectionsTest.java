package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what was the root cause?           | Report: pump outage | Root cause                | true
            what caused the outage?            | Report: pump outage | Root cause                | true
            what went well?                    | Report: pump outage | 4. What went well         | true
            how long does the charge last      | Lamp                | How long does a charge last? | true
            what's new in 3.2.0               | New in the log     | 3.2.0                      | true
            what's new in 3.2.0               | New in the log     | 3.1.0                      | false
            what caused the fire?              | Report: pump outage | Root cause                | false
            when was the root cause found?     | Report: pump outage | Root cause                | false
            what is the dress code             | Handbook            | Remote work               | false
            how long is the warranty           | Lamp                | How long does a charge last? | false
            """)
    void knowsTheSectionThatIsAskedFor(String question, String title, String heading, boolean answers) {
        assertThat(Sections.answers(QuestionAnalysis.of(question), Chunks.of(title, heading, "Words.", "Words.")))
                .isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            where is it grown?           | 1 | true
            where is it grown            | 3 | false
            can i freeze it?             | 3 | true
            can i freeze it?             | 2 | false
            where is it grown?           | 0 | false
            who grows potatoes?          | 1 | false
            """)
    void knowsTheReplyToTheSameQuestion(String question, int sentence, boolean replies) {
        assertThat(Sections.replies(
                        QuestionAnalysis.of(question),
                        Chunks.of(
                                "Rice",
                                "",
                                "Q: Where is it grown?\nA: In Asia. **Can I freeze it?** Yes, for a month.",
                                "Q: Where is it grown?",
                                "A: In Asia.",
                                "**Can I freeze it?**",
                                "Yes, for a month."),
                        sentence))
                .isEqualTo(replies);
    }
}
