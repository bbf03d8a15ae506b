package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maria Lund    | Maria Lund runs the mill.                       | FEMALE
            Peter Harcourt | Peter Harcourt runs the mill.                  | MALE
            Dr. Ivan Petrov | Dr. Ivan Petrov keeps the key.                | MALE
            Calloway      | Ms Calloway runs the mill.                      | FEMALE
            Noor Vale     | Noor Vale runs the mill. He sold it later.      | MALE
            Blue Line     | Blue Line is a ferry company.                   | UNKNOWN
            """)
    void tellsByTitleNameOrPronoun(String name, String text, Gender gender) {
        assertThat(Gender.of(name, text)).isEqualTo(gender);
    }
}
