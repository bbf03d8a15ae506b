package coalition.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The contract was signed on 3 September 2020 in Bonn. | 3 September 2020 | 2020.67
            On July 4, 1976, the bells rang.                     | July 4, 1976     | 1976.51
            It opened in January 2016.                           | January 2016     | 2016.0
            Sales fell in late 2015.                             | late 2015        | 2015.85
            The mid-1990s were quiet.                            | mid-1990s        | 1995.0
            Slate was exported in the late 19th century.         | late 19th century | 1885
            The war (1914–1918) ended trade.                     | 1914             | 1914
            Built between 1790 and 1796.                         | 1790             | 1790
            The log says 2021-03-05: nothing.                    | 2021-03-05       | 2021.18
            Profit rose in the third quarter of 2019.            | third quarter of 2019 | 2019.5
            Rome was sacked in 390 BC by Gauls.                  | 390 BC           | -390
            """)
    void readsCalendarDates(String sentence, String words, double year) {
        TimeExpression time = TimeExpression.in(sentence).orElseThrow();
        assertThat(time.words()).isEqualTo(words);
        assertThat(time.year()).isCloseTo(year, within(.02));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The firm quit this past week.                | this past week
            Unused days expire on 31 March.              | 31 March
            In February the council met.                 | In February
            It has grown over the past three decades.    | over the past three decades
            She wrote a letter recently.                 | recently
            Ten years ago the mill burnt down.           | Ten years ago
            """)
    void keepsVagueTimesAsTheyAreSaid(String sentence, String words) {
        assertThat(TimeExpression.in(sentence)).hasValueSatisfying(t -> {
            assertThat(t.words()).isEqualTo(words);
            assertThat(t.isVague()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The town has 1500 people.",
                "The repair costs 2000 pounds.",
                "He may come.",
                "The march was long.",
                "Room 1204 is closed."
            })
    void findsNoTimeInOtherNumbersAndWords(String sentence) {
        assertThat(TimeExpression.in(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In February the council met.     | February
            The council met in February.     | February
            Last week it rained.             | last week
            Ten years ago the mill burnt.    | ten years ago
            Sales fell in late 2015.         | late 2015
            On 31 March the days expire.     | 31 March
            """)
    void labelsAlikeWhereverTheWordsStand(String sentence, String label) {
        assertThat(TimeExpression.in(sentence).orElseThrow().label()).isEqualTo(label);
    }
}
