package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            The **first** rule is _clear_.            | The first rule is clear.
            See [the manual](manual.md) for details.  | See the manual for details.
            See [a [b] c](x.md "Title") now.          | See a [b] c now.
            ![A map](map.png) of the town.            | A map of the town.
            Press `Ctrl*C*` to stop.                  | Press Ctrl*C* to stop.
            Use snake_case_names and 2 * 3 * 4.       | Use snake_case_names and 2 * 3 * 4.
            It costs 5 \\* 3 dollars.                 | It costs 5 * 3 dollars.
            A claim.[^1] Next.                        | A claim. Next.
            Mail <help@example.org> today.            | Mail help@example.org today.
            **Bold and *nested* words**               | Bold and nested words
            Water is H<sub>2</sub>O.                  | Water is H2O.
            In 1990 [1] it grew.                      | In 1990 [1] it grew.
            """)
    void takesMarksOff(String quote, String words) {
        assertThat(PlainWords.of(quote).text()).isEqualTo(words);
    }

    @Test
    void joinsHardLineBreaks() {
        assertThat(PlainWords.of("one  \ntwo\\\nthree").text()).isEqualTo("one two three");
    }

    @Test
    void takesListAndQuoteMarksOff() {
        assertThat(PlainWords.of("> first\n> second\n- third").text()).isEqualTo("first second third");
    }

    @Test
    void takesTableBarsOff() {
        assertThat(PlainWords.of("| Paris | 2 million |").text()).isEqualTo("Paris | 2 million");
    }

    @Test
    void findsARunInTheShownWords() {
        String quote = "The **first** rule";
        Span shown = PlainWords.of(quote).shown(new Span(6, 11));
        assertThat(shown.in("The first rule")).isEqualTo("first");
    }

    @Test
    void showsNothingForNothing() {
        assertThat(PlainWords.of("").text()).isEmpty();
    }
}
