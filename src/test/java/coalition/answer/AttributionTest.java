package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Maria Lund said that the rule is fair.                                      | Maria Lund
            “The rule is fair,” said Maria Lund, head of human resources.               | Maria Lund
            Ines Calder, the chair of the committee, told reporters that it was late.   | Ines Calder
            According to Dr. Amara Okoye, the vaccine works.                            | Amara Okoye
            Okoye’s letter to the ministry states: “We were not asked.”                 | Okoye
            Greenpeace also warned that the river is dying.                             | Greenpeace
            "We will appeal," Tom Reed wrote.                                           | Tom Reed
            """)
    void namesTheSpeaker(String sentence, String speaker) {
        assertThat(Attribution.speaker(sentence)).contains(speaker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The town is called Ashby.",
                "Ashby was described as quiet.",
                "Owen Marsh walked to the pier.",
                "The rule is fair.",
                "Amara Okoye wrote the novel in Lagos.",
                "The report, without a source, says that NATO membership is open."
            })
    void namesNobodyWhereNobodySpeaks(String sentence) {
        assertThat(Attribution.speaker(sentence)).isEmpty();
    }
}
