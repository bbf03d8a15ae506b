package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongActorRuleTest {
    private final AbstentionRule rule = new WrongActorRule();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Why did Anna Berg resign?          | Tom Reed resigned because Anna Berg had joined the board.
            When did Pfizer buy Novartis?      | Novartis bought a stake in Pfizer in 2004.
            Why did Norway leave the league?   | Sweden left the league because Norway had cheated.
            why did norway leave the league    | In May Sweden quit the league over Norway.
            Why did Calder sell the ferry?     | Calder did not sell the ferry, whatever the papers wrote.
            Why did Priya Nair resign?         | Priya Nair liked the plan. Tom Reed resigned because of it.
            Why did Calder quit?               | Calder is unhappy. The minutes do not say that Calder has left the guild.
            Why did Calder quit?               | Calder is unhappy. Tom Reed answered by leaving the guild.
            When did the union accept the offer? | The union has not accepted the offer.
            """)
    void refusesWhatIsSaidOfSomebodyElseOrDenied(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence)))
                .hasValueSatisfying(r -> assertThat(r.reason()).isEqualTo(Reason.FALSE_PREMISE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Why did Tom Reed resign?           | Tom Reed resigned because Anna Berg had joined the board.
            When did Novartis buy Pfizer?      | In 2004 Novartis acquired Pfizer.
            Why did Sweden leave the league?   | Sweden left the league because Norway had cheated.
            Did Norway leave the league?       | Sweden left the league because Norway had cheated.
            Why did Reed resign?               | He resigned because Anna Berg had joined the board.
            When did Anna Berg join?           | Tom Reed resigned because Anna Berg had joined the board.
            Why did Calder not sell the ferry? | Calder did not sell the ferry because of the tax.
            When was the ferry sold?           | The ferry was sold in 1999 by Calder.
            Who resigned?                      | Tom Reed resigned in May.
            Why did NATO intervene?            | The North Atlantic Treaty Organization intervened to stop the war.
            """)
    void letsWhatIsSaidPass(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            What did Calder do?  | Reed sells the pictures of Calder.       | true
            what did calder do   | Tom Reed sells the pictures of Calder.   | true
            What did Calder do?  | Calder sells pictures.                   | false
            What did Calder do?  | Pictures are sold by Calder.             | false
            """)
    void refusesDeedsOfOneWhoIsOnlyMentioned(String question, String sentence, boolean refused) {
        assertThat(rule.check(Inquiries.of(question, sentence)).isPresent()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            When did Calder join? | Tom Reed joined Calder in May.    | true
            When did Calder join? | Tom Reed says it joined in May.   | false
            When did Calder join? | The guild joined in May.          | false
            """)
    void looksForWhoItWasDoneToInADocumentAboutTheActor(String question, String sentence, boolean refused) {
        assertThat(rule.check(Inquiries.of(question, "Calder", sentence)).isPresent())
                .isEqualTo(refused);
    }
}
