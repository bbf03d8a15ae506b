package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormMatchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who makes Norvasil                          | Norvasil | It is made by Helgen Pharma in Aske.             | true
            who maintains ferrite now                   | Ferrite  | It is now maintained by the Oxide Tools group.   | true
            who makes Zelmac                            | Norvasil | It is made by Helgen Pharma in Aske.             | false
            who sells Norvasil                          | Norvasil | It is made by Helgen Pharma in Aske.             | false
            who makes Norvasil                          | Norvasil | It is made by hand.                              | false
            what did the board decide about the pier?   | The pier | The board decided to rebuild it.                 | true
            what did the board decide about the pier?   | The pier | The board did not decide to rebuild it.          | false
            what did the board decide about the pier?   | The pier | The court decided to rebuild it.                 | false
            what did the board decide about the school? | The pier | The board decided to rebuild it.                 | false
            """)
    void knowsWhereTheAskedOneActs(String question, String title, String sentence, boolean acts) {
        Chunk chunk = Chunks.of(title, "", sentence, sentence);

        assertThat(FormMatch.acts(QuestionAnalysis.of(question), sentence, chunk))
                .isEqualTo(acts);
    }
}
