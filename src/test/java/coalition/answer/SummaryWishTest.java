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
                "overview of all of it",
                "so what happened?",
                "what is the story?",
                "give me the story in short",
                "what's going on here?"
            })
    void knowsAWishForEverything(String question) {
        assertThat(SummaryWish.of(question)).hasValue(new Digest.Wish(Digest.Kind.OVERVIEW, ""));
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
        assertThat(SummaryWish.of(question)).hasValue(new Digest.Wish(Digest.Kind.OVERVIEW, topic));
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
                "why did Ann leave?",
                "what happened in May?",
                "who are the parties?",
                "what is the story of the fire?",
                "who was involved in the fire?",
                "what are the sources of vitamin C?",
                "list the people who left"
            })
    void leavesOtherQuestionsAlone(String question) {
        assertThat(SummaryWish.of(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeline                               | TIMELINE
            give me a timeline of everything       | TIMELINE
            what happened when?                    | TIMELINE
            When did all of this happen?           | TIMELINE
            what are both sides                    | SIDES
            who said what?                         | SIDES
            What do the two sides say?             | SIDES
            who is involved?                       | CAST
            who are the main players in the story? | CAST
            list all the people                    | CAST
            who's who                              | CAST
            what documents do you have?            | SOURCES
            list the sources                       | SOURCES
            What is this based on?                 | SOURCES
            """)
    void knowsOtherDigests(String question, Digest.Kind kind) {
        assertThat(SummaryWish.of(question)).hasValue(new Digest.Wish(kind, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tell me about the lease                  | the lease
            what do the documents say about Ann Low? | Ann Low
            more about the fire                      | the fire
            what do you know about the fire          | the fire
            """)
    void knowsWhatIsToBeToldOf(String question, String topic) {
        assertThat(SummaryWish.told(question)).hasValue(new Digest.Wish(Digest.Kind.OVERVIEW, topic));
        assertThat(SummaryWish.of(question)).isEmpty();
    }
}
