package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionAnalysisTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Hi there, could you please tell me when the pier closed? | when the pier closed?
            Do you know who wrote it, please?                        | who wrote it?
            I'd like to know why the lamp blinks                     | why the lamp blinks
            Thanks, who is the chair?                                | who is the chair?
            whats the cost                                           | What is the cost
            wen did it open?                                         | When did it open?
            Who's the chair?                                         | Who is the chair?
            Hello Kitty price                                        | Hello Kitty price
            """)
    void takesPolitenessAway(String question, String plain) {
        assertThat(QuestionAnalysis.of(question).text()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Why did Owen Marsh leave?               | Owen Marsh | leave
            When did the company resign from the deal? | company | resign
            why did ryanair quit                    | ryanair | quit
            What did Ines Calder state in May?      | Ines Calder | state
            Who left?                               |            |
            How has Blue Line run the ferry?        | Blue Line  | run
            """)
    void findsWhoDoesWhat(String question, String subject, String action) {
        QuestionAnalysis analysis = QuestionAnalysis.of(question);
        assertThat(List.of(analysis.subject(), analysis.action())).isEqualTo(List.of(or(subject), or(action)));
    }

    private static String or(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void splitsTwoQuestionsInOne() {
        assertThat(QuestionAnalysis.of("Who built the pier and when was it repaired?")
                        .parts())
                .containsExactly("Who built the pier?", "when was the pier repaired?");
    }

    @Test
    void completesABareQuestionWord() {
        assertThat(QuestionAnalysis.of("Why did the mill close, and when?").parts())
                .containsExactly("Why did the mill close?", "When did the mill close?");
    }

    @Test
    void giveTwoQuestionWordsTheSameRest() {
        assertThat(QuestionAnalysis.of("When and where was Ada Lovelace born?").parts())
                .containsExactly("When was Ada Lovelace born?", "where was Ada Lovelace born?");
    }

    @Test
    void leavesOneQuestionWhole() {
        assertThat(QuestionAnalysis.of("What did the chair and the clerk say, and to whom?")
                        .parts()
                        .getFirst())
                .startsWith("What did the chair and the clerk say");
    }

    @Test
    void doesNotSplitNouns() {
        assertThat(QuestionAnalysis.of("Who wrote the letter and the reply?").parts())
                .hasSize(1);
    }

    @Test
    void keepsContentWordsOnly() {
        assertThat(QuestionAnalysis.of("Why was the North Pier closed in June?").keywords())
                .containsExactly("north", "pier", "closed", "june");
    }

    @Test
    void takesThePronounOfTheSecondQuestionForTheOneDefinedInTheFirst() {
        assertThat(QuestionAnalysis.of("who is harwick and what do they say").parts())
                .containsExactly("who is harwick?", "what do harwick say");
    }
}
