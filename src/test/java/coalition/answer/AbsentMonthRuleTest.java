package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsentMonthRuleTest {
    private final AbstentionRule rule = new AbsentMonthRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            what happened in may 2018              | Ann Calder may have left in March 2018.
            Who joined in September 2018?          | Ann Calder joined on 3 October 2018.
            what happened on 12 march              | The crew may march on the town on 2016-04-12.
            """)
    void refusesAMonthThatNothingMentions(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence)))
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(Reason.NOT_IN_SOURCES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            what happened in may 2018              | Ann Calder left on 3 May.
            Who joined in September?               | Sept 3: Ann Calder joined.
            Who joined in September 2020?          | Ann Calder joined on 2020-09-03.
            who joined in march                    | Ann Calder joined on 14.03.2020.
            when may I leave?                      | Ann Calder left.
            who led the march on the town?         | Ann Calder led it.
            What may 2 guests bring?               | Guests bring a lamp in May.
            what happened in may                   | DEADLINES FOR MAY
            what happened in march                 | On 14.03.2020 Ann Calder joined.
            is the mill open in December?          | The mill is open from Easter to the end of October.
            Who joined in September?               | Ann Calder joined on 3 October.
            """)
    void letsOthersPass(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }
}
