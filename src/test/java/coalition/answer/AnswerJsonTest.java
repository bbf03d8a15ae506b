package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.ThreadId;
import coalition.document.DocumentId;
import coalition.document.Span;
import coalition.retrieval.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    private static final Question QUESTION =
            new Question("when did \"Kors\" leave?\n", new ThreadId("t"), "cli", Instant.EPOCH, Scope.all());

    @Test
    void writesAGroundedAnswerByTheContract() {
        Citation citation = citation(false, List.of(new Span(15, 19)));
        Answer answer = new Grounded(
                "id",
                QUESTION,
                "when did Kors leave?",
                "",
                List.of(new Statement("Kors left 2016.", List.of(1))),
                List.of(citation),
                0.93456,
                Mode.TEMPLATE,
                "");
        assertThat(AnswerJson.line(answer, 9))
                .isEqualTo(
                        "{\"question\":\"when did \\\"Kors\\\" leave?\\n\",\"text\":\"Kors left 2016. [1]\",\"abstained\":false,"
                                + "\"reason\":null,\"mode\":\"template\",\"confidence\":0.9346,"
                                + "\"short\":{\"text\":\"2016\",\"citation\":1,\"start\":15,\"end\":19},"
                                + "\"citations\":[{\"number\":1,\"document\":\"a.md\",\"title\":\"A\",\"heading\":\"A > B\",\"start\":5,"
                                + "\"end\":20,\"quote\":\"Kors left 2016.\",\"marks\":[{\"start\":15,\"end\":19}],\"hash\":\"00ff\","
                                + "\"closest\":false,\"shown\":{\"text\":\"Kors left 2016.\",\"marks\":[{\"start\":10,\"end\":14}]}}],\"standalone\":\"when did Kors leave?\",\"headline\":null,\"lead\":\"\",\"statements\":[{\"text\":\"Kors left 2016.\",\"citations\":[1]}],\"notice\":\"\",\"millis\":9,\"id\":\"id\"}");
    }

    @Test
    void showsAQuoteWithoutMarkdownsMarks() {
        Citation citation = new Citation(
                1,
                new DocumentId("a.md"),
                "00ff",
                "A",
                "",
                0,
                new Span(5, 29),
                "**Ann Low** left `2016`.",
                List.of(new Span(23, 27)),
                "a.md#0@00ff",
                true);
        Answer answer = new Abstained(
                "id", QUESTION, "q", Reason.NOT_IN_SOURCES, "No.", List.of(citation), List.of(), 0, Mode.TEMPLATE);

        assertThat(AnswerJson.line(answer, 0))
                .contains(
                        "\"quote\":\"**Ann Low** left `2016`.\"",
                        "\"shown\":{\"text\":\"Ann Low left 2016.\",\"marks\":[{\"start\":13,\"end\":17}]}");
    }

    @Test
    void writesAnAbstentionByTheContract() {
        Answer answer = new Abstained(
                "id",
                QUESTION,
                "q",
                Reason.NOT_IN_SOURCES,
                "The documents do not say.",
                List.of(citation(true, List.of())),
                List.of("Who left?"),
                0,
                Mode.TEMPLATE);
        assertThat(AnswerJson.line(answer, 0))
                .contains(
                        "\"abstained\":true,\"reason\":\"not_in_sources\"",
                        "\"closest\":true",
                        "\"suggestions\":[\"Who left?\"]")
                .doesNotContain("\n");
    }

    private static Citation citation(boolean closest, List<Span> marks) {
        return new Citation(
                1,
                new DocumentId("a.md"),
                "00ff",
                "A",
                "A > B",
                0,
                new Span(5, 20),
                "Kors left 2016.",
                marks,
                "c",
                closest);
    }
}
