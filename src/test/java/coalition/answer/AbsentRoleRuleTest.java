package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsentRoleRuleTest {
    private final AbstentionRule rule = new AbsentRoleRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Who is the CEO of Nordstern?       | Eva Holm is the general counsel of Nordstern.
            who was the treasurer              | Ines Calder was the secretary of the committee.
            Who is the mayor of Ashby?         | Ashby was founded by Elias Thorne.
            """)
    void refusesAnOfficeThatNobodySpeaksOf(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Who is the CEO of Nordstern?       | Eva Holm, chief executive of Nordstern, resigned.
            Who is the chair of the committee? | Ines Calder chairs the committee.
            Who was the owner of the mill?     | The mill was owned by Tom Reed.
            Who is Ines Calder?                | Ines Calder was the secretary of the committee.
            Who is the inventor of the pump?   | Tom Reed invented the pump.
            """)
    void letsOthersPass(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }
}
