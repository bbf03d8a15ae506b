package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.InMemoryConversations;
import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerPipelineTest {
    private static final String HANDBOOK = """
            # Staff handbook

            ## Holidays

            Every employee has 28 days of paid leave a year. Unused days expire on 31 March.

            ## Remote work

            Staff may work from home on two days a week. The rule was proposed by Maria Lund in 2021.
            """;

    private final Shelf shelf = new Shelf().with("handbook.md", HANDBOOK);
    private final InMemoryConversations conversations = new InMemoryConversations();

    private Answerer pipeline(Generator... generators) {
        return new AnswerPipeline(
                conversations,
                new StandaloneQuestion(),
                AbstentionRules.standard(Caution.BALANCED),
                new EvidenceSearch(shelf, shelf, new SentenceRanker(shelf), 5, Digest.NONE),
                List.of(generators),
                new QuotationVerifier(),
                new Abstentions(shelf, new Suggestions(shelf)),
                () -> "id");
    }

    private Answer ask(String text) {
        return pipeline(new ExtractiveGenerator()).answer(question(text), Progress.none());
    }

    private static Question question(String text) {
        return new Question(text, new ThreadId("t"), "anna", Instant.EPOCH, Scope.all());
    }

    @Test
    void answersWithTheSentenceThatSaysIt() {
        assertThat(ask("How many days of paid leave has every employee?").text())
                .isEqualTo("Every employee has 28 days of paid leave a year. [1]");
    }

    @Test
    void quotesExactlyWhatStandsAtTheOffsets() {
        Answer answer = ask("Who proposed that staff work from home on two days a week?");
        assertThat(answer.citations())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.quote()).isEqualTo(c.span().in(HANDBOOK)));
    }

    @Test
    void abstainsWhenNothingMatches() {
        assertThat(ask("Which wine goes with grilled fish?"))
                .isInstanceOfSatisfying(
                        Abstained.class, a -> assertThat(a.reason()).isEqualTo(Reason.NOT_IN_SOURCES));
    }

    @Test
    void abstainsWhenNoSentenceOfAnyGeneratorStands() {
        Generator inventive = (task, sentences) ->
                new Draft("", List.of(new Draft.DraftSentence("Leave is unlimited.", List.of())), Mode.LLM, "");
        assertThat(pipeline(inventive)
                        .answer(question("How many days of paid leave has every employee?"), Progress.none()))
                .isInstanceOf(Abstained.class);
    }

    @Test
    void letsTheNextGeneratorAnswerWhereTheFirstOneDoesNotStand() {
        Generator inventive = (task, sentences) ->
                new Draft("", List.of(new Draft.DraftSentence("Leave is unlimited.", List.of())), Mode.LLM, "");
        Answer answer = pipeline(inventive, new ExtractiveGenerator())
                .answer(question("How many days of paid leave has every employee?"), Progress.none());
        assertThat(answer.mode()).isEqualTo(Mode.TEMPLATE);
    }

    @Test
    void remembersTheTurn() {
        ask("How many days of paid leave has every employee?");
        assertThat(conversations.recent(new ThreadId("t"), 5)).hasSize(1);
    }

    @Test
    void forgetsGreetings() {
        ask("Hello!");
        assertThat(conversations.recent(new ThreadId("t"), 5)).isEmpty();
    }

    @Test
    void tellsOnlyVerifiedStatements() {
        List<Statement> heard = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void verified(Statement statement, List<Citation> citations) {
                heard.add(statement);
            }
        };
        Answer answer =
                pipeline(new ExtractiveGenerator()).answer(question("When do unused days of leave expire?"), progress);
        assertThat(heard).isEqualTo(((Grounded) answer).statements());
    }

    @Test
    void answersTwoQuestionsAskedTogether() {
        assertThat(ask("When do unused days of leave expire and who proposed the rule of remote work?")
                        .text())
                .contains("31 March")
                .contains("Maria Lund");
    }
}
