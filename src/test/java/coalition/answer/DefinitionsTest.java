package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            who is Ann Low      | Ann Low, the treasurer of the guild, resigned in May.      | true
            what is Oak Mill    | Oak Mill, a mill in Ashby, closed in 1990.                 | true
            who is the seller   | between Oak Mill Ltd, Ashby ("the Seller")                 | true
            who is the buyer?   | Elm Works (hereinafter referred to as “Buyer”) pays.       | true
            who is Ann Low      | Tom Reed, the brother of Ann Low, resigned in May.         | false
            who is Ann Low      | Ann Low, Tom Reed and others resigned in May.              | false
            who is the buyer?   | between Oak Mill Ltd, Ashby ("the Seller")                 | false
            what is oak mill    | Ashby had water mills such as Elm Works and Oak Mill.      | true
            what is oak mill    | The trust runs sites that include Oak Mill and Elm Works.  | true
            what is oak mill    | Elm Works, Oak Mill and other old mills closed in 1990.    | true
            what is oak mill    | Ashby had trades such as milling. Oak Mill closed in 1990. | false
            what is oak mill    | The owners of Oak Mill and other people met.               | false
            """)
    void knowsWhatIsSaidInPassing(String question, String sentence, boolean named) {
        assertThat(Definitions.names(QuestionAnalysis.of(question), sentence)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oak Mill is not alone in its troubles. | false
            Oak Mill is no longer at work.         | false
            Oak Mill is a mill in Ashby.           | true
            """)
    void takesADenialForNoDefinition(String sentence, boolean defines) {
        assertThat(Fitness.defines(QuestionAnalysis.of("what is Oak Mill"), sentence))
                .isEqualTo(defines);
    }
}
