package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherMemberRuleTest {
    private final AbstentionRule rule = new OtherMemberRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What was the revenue in the second quarter? | Revenue in the first quarter was 2.3 million euros.
            what is the minimum speed                   | The maximum speed is 80 km/h.
            When does the 3rd phase begin?              | The second phase begins in May 2030.
            Which is the smallest lake?                 | Lake Vora is the largest lake of the region.
            """)
    void refusesWhatIsSaidOfAnotherMember(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence)))
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(Reason.NOT_IN_SOURCES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What was the revenue in the first quarter?  | Revenue in the 1st quarter was 2.3 million euros.
            What was the revenue?                       | Revenue in the first quarter was 2.3 million euros.
            Was the first or the second quarter better? | Revenue in the first quarter was 2.3 million euros.
            When is the bakery closed on Sunday?        | The bakery closes at noon on Sundays, on Fridays at six.
            Is a permit needed in the second week?      | A permit is needed from the third week on.
            Is the pool open on Monday?                 | The pool is open Wednesday to Saturday.
            How fast is the second train?               | The train runs at 80 km/h.
            When does the second phase begin?           | The first phase ends in May. The second phase begins in June.
            """)
    void letsPassWhatIsSaidOfTheSame(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }
}
