package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.InMemoryConversations;
import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions over three small folders, found and read by words alone: what composing and the rules make of them. */
class GoldenAnswersTest {
    private static final Map<String, Shelf> SHELVES = new HashMap<>();

    private static Answer ask(String folder, String question) {
        Shelf shelf = SHELVES.computeIfAbsent(folder, Shelf::of);
        Answerer pipeline = new AnswerPipeline(
                new InMemoryConversations(),
                new StandaloneQuestion(),
                AbstentionRules.standard(Caution.EAGER),
                new EvidenceSearch(shelf, shelf, new SentenceRanker(shelf), 5, Digest.NONE),
                java.util.List.of(new ExtractiveGenerator()),
                new QuotationVerifier(),
                new Abstentions(shelf, new Suggestions(shelf)),
                () -> "id");
        return pipeline.answer(
                new Question(question, new ThreadId("t"), "anna", Instant.EPOCH, Scope.all()), Progress.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            harbour  | Who founded the harbour?                        | The harbour was founded in 1784 by the merchant Elias Thorne. [1]
            harbour  | When did Elias Thorne build the north pier?     | The harbour was founded in 1784 by the merchant Elias Thorne. He built the north pier between 1790 and 1796. [1]
            harbour  | Why was the south pier never rebuilt?           | A storm destroyed the south pier in November 1953. It was never rebuilt, because the fishing fleet had shrunk to nine boats. [1]
            harbour  | What did Priya Nair object?                     | Priya Nair objected: “Closing the pier will ruin the season for the fishermen.” [1]
            harbour  | How high is the lighthouse?                     | The lighthouse was built in 1851. It is 31 metres high. [1]
            harbour  | Why did Dredgers Ltd withdraw its offer?        | Ines Calder stated that Dredgers Ltd had withdrawn its offer because steel had become too expensive. [1]
            handbook | How much does the company pay a month towards internet costs? | The company pays 40 euros a month towards internet costs, because staff use their private connections. [1]
            handbook | What did Maria Lund say?                        | Maria Lund said: “Nobody should have to commute for a video call.” [1]
            handbook | Who chairs the works council?                   | Tobias Brandt chairs the works council. [1]
            handbook | What did Tobias Brandt call the rule?           | Tobias Brandt called the rule “a fair compromise”. [1]
            machine  | What is the Brewmaster 300?                     | The Brewmaster 300 is a fully automatic coffee machine for offices of up to 25 people. [1]
            machine  | What do I need for descaling?                   | For descaling you need: [1] one sachet of DK-7 descaler [2] 1 litre of warm water [3] a bowl that holds at least 1.5 litres [4]
            """)
    void answers(String folder, String question, String text) {
        assertThat(ask(folder, question).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            harbour  | Who is Angela Merkel?                           | NOT_IN_SOURCES
            harbour  | What did Barack Obama say about the pier?       | NOT_IN_SOURCES
            handbook | When did Microsoft approve the policy?          | NOT_IN_SOURCES
            machine  | Write me a poem about coffee                    | OUT_OF_SCOPE
            """)
    void refuses(String folder, String question, Reason reason) {
        assertThat(ask(folder, question))
                .isInstanceOfSatisfying(
                        Abstained.class, a -> assertThat(a.reason()).isEqualTo(reason));
    }
}
