package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitnessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What did Eva Holm call Nordstern? | Eva Holm wrote that Nordstern is weak, in the words “a giant on clay feet.” | Eva Holm wrote: “Nordstern has promised us many things in many letters over the last ten years.”
            Why did the mill close?           | The mill closed because slate grew cheap.            | The mill closed in May.
            Where did Tom Reed work before?   | Tom Reed came to Ashby from Leeds.                   | Tom Reed works in Ashby.
            is Ann Low a member?              | Ann Low is the newest member of the club.            | The members of the club wrote to Ann Low.
            what isnt covered?                | It does not cover drops.                             | It covers defects.
            Who said “lip service”?           | Ann Low alleges that they pay “lip service” to it.   | Ann Low alleges that they pay.
            What is slate?                    | Slate is a rock.                                     | Slate was exported by the harbour.
            tell me about the mill            | The mill is a museum.                                | The paper does not name the mill.
            When did it open?                 | It opened in May 1990.                               | It opened with a feast.
            """)
    void prefersTheSentenceThatFits(String question, String better, String worse) {
        QuestionAnalysis analysis = QuestionAnalysis.of(question);
        assertThat(Fitness.of(analysis, better)).isGreaterThan(Fitness.of(analysis, worse));
    }
}
