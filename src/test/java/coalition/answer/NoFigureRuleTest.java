package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoFigureRuleTest {
    private final AbstentionRule rule = new NoFigureRule();

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            How old is Ines Calder?             ~ Ines Calder is a lawyer in Ashby.
            In what year did the mill close?    ~ The mill closed when slate grew cheap.
            How many boats sank?                ~ The boats sank near the pier.
            How old is Ines Calder?             ~ Ines Calder led the choir for 26 years.
            How old is the mill?                ~ The mill has grown over the past three decades.
            What is the price of the Lamp 3?    ~ The Lamp 3 is waterproof.
            how much do i pay for a ticket      ~ Tickets are sold in Mill Lane 18.
            How many lamps were broken?         ~ The claim for broken lamps was 19,500 pounds.
            How many boats sank?                ~ The boats sank in 1953.
            how much money did the guild give   ~ The guild grew to more than 250 members.
            How many lamps does the Lamp 3 have? ~ The Lamp 3 is waterproof.
            When did Ines Calder leave?         ~ Ines Calder left with one other member.
            Why did Ines Calder leave?          ~ Ines Calder | 1990-2015
            When does the season close?         ~ Boats leave within six weeks of the close of the season.
            """)
    void refusesAnAnswerWithoutAFigure(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            How old is Ines Calder?             ~ Ines Calder, 54, is a lawyer in Ashby.
            How many boats sank?                ~ Twelve boats sank near the pier.
            How old is the mill?                ~ The mill was founded in 1851.
            how old is the oldest layer         ~ The oldest layer was dated to about 2,300 years ago.
            How many pounds was the claim?      ~ The claim was 19,500 pounds.
            what does the Lamp 3 cost           ~ The Lamp 3 costs 79 dollars.
            What is the price of the Lamp 3?    ~ The Lamp 3 costs 79 dollars.
            how much is the fee                 ~ Children pay nothing.
            When did Ines Calder leave?         ~ Ines Calder left on 3 May.
            How many boats sank?                ~ No boats sank near the pier.
            When did the mill close?            ~ The mill closed when slate grew cheap.
            Who closed the mill?                ~ Tom Reed closed the mill.
            Why did Ines Calder leave?          ~ Ines Calder left the mill in May.
            """)
    void letsOthersPass(String question, String sentence) {
        assertThat(rule.check(Inquiries.of(question, sentence))).isEmpty();
    }
}
