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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how much is the apricot cake?   | We would like 40 rolls and 3 sheets of the apricot cake. | false
            how much is the apricot cake?   | The apricot cake costs EUR 3.20.                         | true
            how much is the daily dose?     | The daily dose is 50 mg.                                 | true
            how much apricot jam is there?  | There are 3 jars of apricot jam.                         | true
            """)
    void wantsAPriceOrAMeasureOfWhatItIsHowMuchOf(String question, String sentence, boolean complete) {
        assertThat(FormMatch.isComplete(QuestionAnalysis.of(question), sentence))
                .isEqualTo(complete);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Ann Low say about the fire?    | Ann Low said: “The blaze took the mill.” | true
            What did Ann Low say?                   | Ann Low said: “The blaze took the mill.” | true
            How did Ann Low react to the departure? | Ann Low said: “The blaze took the mill.” | false
            What did Tom Reed say about the fire?   | Ann Low said: “The blaze took the mill.” | false
            """)
    void wantsWordsOnWhatTheyAreAskedAbout(String question, String sentence, boolean sure) {
        assertThat(FormMatch.confidence(Inquiries.of(question, sentence)) > 0).isEqualTo(sure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann Low approved the plan. The plan is long. | true
            The plan is long. Ann Low approved the plan. | false
            """)
    void tellsNothingOfASentenceThatIsNotShown(String text, boolean sure) {
        Inquiry inquiry = Inquiries.of("who approved the plan?", text);

        assertThat(FormMatch.confidence(inquiry) > 0).isEqualTo(sure);
    }
}
