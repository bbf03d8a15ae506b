package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryWishTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary",
                "TL;DR",
                "What is this about?",
                "what are these documents about",
                "what’s it all about",
                "give me a short overview",
                "summarise everything",
                "Summarize the documents.",
                "what are the key points",
                "what do the documents say",
                "what's in these files?",
                "what can you tell me?",
                "overview of all of it"
            })
    void knowsAWishForEverything(String question) {
        assertThat(SummaryWish.of(question)).hasValue("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            summarise the lease              | the lease
            give me a summary of the strike  | the strike
            What is the lease about?         | the lease
            tl;dr of the minutes             | the minutes
            sum up for me what Ann said      | what Ann said
            key points from Ann's letter     | Ann's letter
            """)
    void knowsTheTopic(String question, String topic) {
        assertThat(SummaryWish.of(question)).hasValue(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what did Ann say about the fire?",
                "summarise this thread",
                "what is the summary judgment?",
                "who wrote the summary?",
                "what is the point of the lease?",
                "is this about money?",
                "why did Ann leave?"
            })
    void leavesOtherQuestionsAlone(String question) {
        assertThat(SummaryWish.of(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tell me about the lease                  | the lease
            what do the documents say about Ann Low? | Ann Low
            more about the fire                      | the fire
            what do you know about the fire          | the fire
            """)
    void knowsWhatIsToBeToldOf(String question, String topic) {
        assertThat(SummaryWish.told(question)).hasValue(topic);
        assertThat(SummaryWish.of(question)).isEmpty();
    }
}
