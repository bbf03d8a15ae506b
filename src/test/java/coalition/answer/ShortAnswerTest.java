package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.ThreadId;
import coalition.document.DocumentId;
import coalition.document.Span;
import coalition.retrieval.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortAnswerTest {
    private static final Question QUESTION =
            new Question("how many?", new ThreadId("t"), "cli", Instant.EPOCH, Scope.all());
    private static final String QUOTE = "The coalition has **250 members** in all of its forty countries.";

    @Test
    void leadsWithTheOnlyWordsThatAnswer() {
        ShortAnswer words =
                answer("", Mode.TEMPLATE, QUOTE, "**250 members**").headline().orElseThrow();

        assertThat(words.shown()).isEqualTo("250 members");
        assertThat(words.text()).isEqualTo("**250 members**");
        assertThat(words.span()).isEqualTo(new Span(118, 133));
        assertThat(words.citation()).isEqualTo(1);
    }

    @Test
    void leadsWithNothingWhereSeveralWordsAnswer() {
        assertThat(answer("", Mode.TEMPLATE, QUOTE, "250 members", "forty").headline())
                .isEmpty();
    }

    @Test
    void leadsWithNothingWhereTheAnswerHasALeadOrAModelWrote() {
        assertThat(answer("The sources differ:", Mode.TEMPLATE, QUOTE, "250 members")
                        .headline())
                .isEmpty();
        assertThat(answer("", Mode.LLM, QUOTE, "250 members").headline()).isEmpty();
    }

    @Test
    void leadsWithNothingWhereTheSentenceIsHardlyLonger() {
        assertThat(answer("", Mode.TEMPLATE, "It has 250 members.", "250 members")
                        .headline())
                .isEmpty();
    }

    @Test
    void leadsWithNothingWhereTheSentenceBeginsWithTheWords() {
        assertThat(answer("", Mode.TEMPLATE, "250 members in forty countries belong to it.", "250 members")
                        .headline())
                .isEmpty();
    }

    private static Grounded answer(String lead, Mode mode, String quote, String... words) {
        List<Span> marks = List.of(words).stream()
                .map(w -> new Span(100 + quote.indexOf(w), 100 + quote.indexOf(w) + w.length()))
                .toList();
        Span span = new Span(100, 100 + quote.length());
        DocumentId document = new DocumentId("a.md");
        Citation citation = new Citation(1, document, "00ff", "A", "", 0, span, quote, marks, "a.md#0@00ff", false);
        List<Statement> statements = List.of(new Statement(PlainWords.of(quote).text(), List.of(1)));
        return new Grounded("id", QUESTION, "how many?", lead, statements, List.of(citation), .9, mode, "");
    }
}
