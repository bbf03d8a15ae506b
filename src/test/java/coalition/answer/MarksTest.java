package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.document.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
    private static List<String> marks(String question, String sentence, String read) {
        Chunk chunk = Chunks.of("A", "", sentence, sentence);
        int start = sentence.indexOf(read);
        Candidate candidate = new Candidate(0, 0, 0, .9, Optional.of(new Span(start, start + read.length())));
        return Marks.of(
                        QuestionAnalysis.of(question),
                        new Run(0, chunk, 0, 0),
                        candidate,
                        new Ranking(List.of(candidate), .9))
                .stream()
                .map(m -> m.in(sentence))
                .toList();
    }

    @Test
    void marksNoNumberOfARowWhoseColumnsDoNotTellWhichIsAsked() {
        assertThat(marks("what does the bell measure", "Bell | 750 | 6.50", "750"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Who said “lip service”?       | Ann Low alleges that the board pays “lip service” to it. | lip service   | Ann Low
            Who presided over the case?   | **Judge:** Mrs Vale                                      | :** Mrs Vale  | Mrs Vale
            When did it open?             | It opened in May 1990.                                   | May 1990      | May 1990
            How many failed in the mill?  | Half of the 40 failed, 12 of them twice.                 | 40 failed, 12 of them twice | 40 failed
            Who closed the mill?          | The mill was closed by Ann Low.                          | Ann Low       | Ann Low
            When did it open?             | It opened on 2030-05-04.                                 | 2030-05       | 2030-05-04
            what does it cost now?        | It rose from EUR 1.42 to EUR 1.58 in May.                | EUR 1.42      | EUR 1.42 to EUR 1.58
            When is it open?              | It is open from 5 April to 20 May.                       | 5 April       | 5 April to 20 May
            Which is bigger, Oak or Elm?  | Elm is bigger.                                           | Elm           | Elm
            """)
    void marksTheWordsThatAnswer(String question, String sentence, String read, String marked) {
        assertThat(marks(question, sentence, read)).containsExactly(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What is the price of the Lamp 3?     | The Lamp 3 is waterproof.        | 3
            how often does it scan               | The key sets how often it scans; usually 30 seconds. | how often
            which mills left                     | Oak Mill left the Elm Guild.     | Elm Guild
            what do non members pay              | It costs 8 for members and 15 for others. | 8
            how do i clean the pump              | Clean it when the red lamp lights up.     | when the red lamp lights up
            When did Ann leave the board?        | Ann left the board of the mill.  | mill
            """)
    void marksNothingThatTellsNothing(String question, String sentence, String read) {
        assertThat(marks(question, sentence, read)).isEmpty();
    }

    @Test
    void marksNothingWhileUnsure() {
        Chunk chunk = Chunks.of("A", "", "It opened in 1990.", "It opened in 1990.");
        Candidate candidate = new Candidate(0, 0, 0, .9, Optional.of(new Span(13, 17)));

        assertThat(Marks.of(
                        QuestionAnalysis.of("When did it open?"),
                        new Run(0, chunk, 0, 0),
                        candidate,
                        new Ranking(List.of(candidate), .4)))
                .isEmpty();
    }
}
