package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandaloneQuestionTest {
    private final Rewriter rewriter = new StandaloneQuestion();

    private static Turn turn(String question, String answer) {
        return new Turn(question, question, answer, List.of("a.md#0@0"), Instant.EPOCH);
    }

    @Test
    void leavesTheFirstQuestionAlone() {
        assertThat(rewriter.standalone("Who is he?", List.of())).isEqualTo("Who is he?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Who is Maria Lund?         | Maria Lund is head of human resources. [1]             | What did she say about commuting?  | What did Maria Lund say about commuting?
            Who is Maria Lund?         | Maria Lund is head of human resources. [1]             | and who approved her draft?        | and who approved Maria Lund's draft?
            Why did Tom Reed leave?    | Tom Reed says Northwind is among the chief opponents of the harbour. [1] | Who printed his speech? | Who printed Tom Reed's speech?
            Who founded the harbour?   | The harbour was founded in 1784 by the merchant Elias Thorne. [1] | What did he build? | What did Elias Thorne build?
            What is Blue Line?         | Blue Line is a ferry company. [1]                      | When did it start?                 | When did Blue Line start?
            What is Blue Line?         | Blue Line is a ferry company. [1]                      | How many boats do they have?       | How many boats do Blue Line have?
            What is UNESCO?            | UNESCO is an agency of the United Nations. [1]         | Where is its seat?                 | Where is UNESCO's seat?
            Why did Calloway Marine withdraw? | Steel became too expensive. [1]                 | when?                              | When did Calloway Marine withdraw?
            Why did Calloway Marine withdraw? | Steel became too expensive. [1]                 | and when was that?                 | When did Calloway Marine withdraw?
            Who painted the lighthouse? | Tom Reed painted it. [1]                              | when?                              | When was it that somebody painted the lighthouse?
            Is the pier closed?        | Half of the pier is closed. [1]                        | Why?                               | Why is the pier closed?
            When was the Boeing 747 introduced? | It entered service in 1970. [1]               | What about the Airbus A380?        | When was the Airbus A380 introduced?
            How many people lived in Ghent in 1990? | 230,000. [1]                              | And in 2000?                       | How many people lived in Ghent in 2000?
            tell me about the rowing club | The club is called Riverside. [1]                  | where is it?                       | where is the rowing club?
            What do the documents say about luggage? | It is insured. [1]                      | what about cash                    | What do the documents say about cash?
            why did Laura Finch close the plant? | It lost money, said Laura Finch. [1]        | when does it close?                | when does it close?
            how many days do i get for moving house? | One day. [1]                             | who approves that?                 | who approves moving house?
            what does the lock cost?   | It costs EUR 415. [1]                                  | can it be changed?                 | can the lock be changed?
            what is tidemark?          | tidemark is a tool that copies a folder into an S3 bucket. [1] | who wrote it?                | who wrote tidemark?
            tell me about the outage   | Customers were informed within ten minutes. [1]        | how long did it last?              | how long did the outage last?
            what's the price of the boards? | The price is EUR 415 a metre. [1]                 | can it be changed?                 | can the price of the boards be changed?
            when was the choir founded? | It was founded by Edith Lowell. [1]                   | where does it sing?                | where does the choir sing?
            Who led the choir?         | Edith Lowell led it before Peter Harcourt. [1]         | When did he start?                 | When did Peter Harcourt start?
            Who led the choir?         | Peter Harcourt led it before Edith Lowell. [1]         | When did she start?                | When did Edith Lowell start?
            who approves that?         | HR approves it. [1]                                    | what about study leave?            | who approves study leave?
            what is the dress code     | Ties are not needed. [1]                               | who wrote that?                    | who wrote the dress code?
            What is Interpol?          | Interpol is a police organization. [1]                 | How many members?                  | How many members of Interpol?
            when did harwick join the guild? | Harwick joined in May. [1]                       | under what conditions?             | Under what conditions did harwick join the guild?
            tell me about harwick      | Harwick has sued Oak Mill, Elm Works and ABC for copies of its lamps. [1] | how often did they sue? | how often did Harwick sue?
            """)
    void fillsInWhatAFollowUpLeansOn(String before, String answer, String question, String standalone) {
        assertThat(rewriter.standalone(question, List.of(turn(before, answer)))).isEqualTo(standalone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What is the capital of Peru?
            Did Anna Berg say what she wanted?
            Why did the company change its name?
            Is it true that the pier is closed?
            Tell me about Marie Curie and her work
            Which lamp blinks when the tank is empty?
            """)
    void leavesANewSubjectAsItWasAsked(String question) {
        assertThat(rewriter.standalone(question, List.of(turn("Who is Maria Lund?", "Maria Lund is a lawyer. [1]"))))
                .isEqualTo(question);
    }

    @Test
    void remembersThePersonOverSeveralTurns() {
        List<Turn> turns = new ArrayList<>();
        turns.add(turn("Who is Maria Lund?", "Maria Lund is head of human resources. [1]"));
        turns.add(turn("What did Maria Lund call Nordstern?", "Maria Lund called Nordstern reliable. [1]"));
        assertThat(rewriter.standalone("And who approved her policy?", turns))
                .isEqualTo("And who approved Maria Lund's policy?");
    }

    @Test
    void remembersWhatIsAskedAboutWhileNothingIsAnswered() {
        Turn first = new Turn(
                "when did harwick join?", "when did harwick join?", "I found no answer.", List.of(), Instant.EPOCH);
        String second = rewriter.standalone("under what conditions?", List.of(first));

        assertThat(rewriter.standalone(
                        "can it vote?",
                        List.of(first, new Turn("under what conditions?", second, "None.", List.of(), Instant.EPOCH))))
                .isEqualTo("can harwick vote?");
    }
}
