package coalition.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Answerer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.answer.Statement;
import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Library;
import coalition.document.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final String TEXT = "Ann left in May. Bob stayed.";
    private static final DocumentId ID = new DocumentId("a.md");
    private static final String HASH = "0123456789abcdef";

    private final Set<String> threads = new HashSet<>();

    /** Says where Ann is when asked for her, quotes wrongly when asked for Eve, and is silent otherwise. */
    private final Answerer answerer = (question, progress) -> {
        threads.add(question.thread().value());
        return switch (question.text()) {
            case "When did Ann leave?" -> grounded(question, "Ann left in May.", .9);
            case "Who is Eve?" -> grounded(question, "Eve left in Mai.", .4);
            default -> silent(question, .1);
        };
    };

    @Test
    void tellsTheFiveVerdictsApart() {
        Report report = run(
                asked("When did Ann leave?", true, "May"),
                asked("When did Ann leave?", true, "June"),
                asked("Where is Bob?", true, "home"),
                asked("Where is Carl?", false),
                asked("Who is Eve?", false));
        assertThat(report.trials())
                .extracting(Trial::verdict)
                .containsExactly(Verdict.RIGHT, Verdict.WRONG, Verdict.SILENT, Verdict.REFUSED, Verdict.FOOLED);
    }

    @Test
    void countsCitationsThatAreNotInTheirDocument() {
        Report report = run(asked("When did Ann leave?", true, "May"), asked("Who is Eve?", false));
        assertThat(report.citations()).isEqualTo(2);
        assertThat(report.exact()).isEqualTo(1);
    }

    @Test
    void measuresTheMarkedWords() {
        Report report = run(asked("When did Ann leave?", true, "in May"));
        assertThat(report.wordsExact()).hasValue(0);
        assertThat(report.wordsF1().orElseThrow()).isCloseTo(2 / 3d, within(1e-9));
    }

    @Test
    void confidenceThatOrdersWellHasAnAurocOfOne() {
        Report report = run(asked("When did Ann leave?", true, "May"), asked("Where is Carl?", false));
        assertThat(report.auroc()).hasValue(1);
    }

    @Test
    void withoutUnanswerableQuestionsThereIsNoAuroc() {
        assertThat(run(asked("When did Ann leave?", true, "May")).auroc()).isEmpty();
    }

    @Test
    void calibrationErrorIsTheDistanceOfConfidenceAndTruth() {
        Report report = run(asked("When did Ann leave?", true, "May"), asked("Who is Eve?", false));
        assertThat(report.calibrationError()).isCloseTo((.1 + .4) / 2, within(1e-9));
    }

    @Test
    void asksEachQuestionInAThreadOfItsOwn() {
        run(asked("Where is Carl?", false), asked("Where is Bob?", false));
        assertThat(threads).hasSize(2);
    }

    @Test
    void writesAPageWithItsPlot(@TempDir Path folder) throws IOException {
        Report report = run(asked("When did Ann leave?", true, "June"), asked("Who is Eve?", false));
        Path page = new Papers(report).write(folder, "report");
        assertThat(Files.readString(page))
                .contains("| citations exact | 1 of 2 |")
                .contains("| When did Ann leave? | June | Ann left in May. | 0.900 |")
                .contains("report.svg");
        assertThat(Files.readString(folder.resolve("report.svg")))
                .startsWith("<svg")
                .contains("strict");
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        Report report = run(asked("When did Ann leave?", true, "May"), asked("Where is Carl?", false));
        var node = new ObjectMapper().readTree(new Papers(report).json());
        assertThat(node.path("right").asInt()).isEqualTo(1);
        assertThat(node.path("refused").asInt()).isEqualTo(1);
        assertThat(node.path("auroc").asDouble()).isEqualTo(1);
    }

    @Test
    void readsQuestionsAndWhatNothingAnswers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("set.jsonl");
        Files.writeString(file, """
                {"question": "a?", "answers": ["x", "y"], "document": "a.md"}

                {"question": "b?", "answers": [], "document": null}
                {"question": "c?", "answers": ["z"]}
                """);
        assertThat(QuestionSet.read(file).questions())
                .extracting(QuestionSet.Asked::answerable)
                .containsExactly(true, false, true);
    }

    @Test
    void namesTheLineThatIsNoQuestion(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("set.jsonl");
        Files.writeString(file, "{\"question\": \"a?\", \"document\": null}\n{\"text\": \"b?\"}\n");
        assertThatThrownBy(() -> QuestionSet.read(file))
                .isInstanceOf(QuestionSetException.class)
                .hasMessage("cannot use line 2 of '" + file + "': it has no \"question\"; add one");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> QuestionSet.read(folder.resolve("none.jsonl")))
                .isInstanceOf(QuestionSetException.class)
                .hasMessageContaining("there is no such file");
    }

    private Report run(QuestionSet.Asked... asked) {
        AtomicLong nanos = new AtomicLong();
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new Evaluation(answerer, new OneDocument(), clock, () -> nanos.addAndGet(1_000_000))
                .run(new QuestionSet(List.of(asked)), trial -> {});
    }

    private static QuestionSet.Asked asked(String text, boolean answerable, String... answers) {
        return new QuestionSet.Asked(
                text,
                new AcceptedAnswers(List.of(answers)),
                answerable ? Optional.of("a.md") : Optional.empty(),
                answerable);
    }

    private static Answer grounded(Question question, String quote, double confidence) {
        Span span = new Span(0, quote.length());
        Span mark = new Span(quote.length() - 4, quote.length() - 1);
        Citation citation =
                new Citation(1, ID, HASH, "A", "", 0, span, quote, List.of(mark), "a.md#0@0123456789ab", false);
        return new Grounded(
                "1",
                question,
                question.text(),
                "",
                List.of(new Statement(quote, List.of(1))),
                List.of(citation),
                confidence,
                Mode.TEMPLATE,
                "");
    }

    private static Answer silent(Question question, double confidence) {
        return new Abstained(
                "1",
                question,
                question.text(),
                Reason.NOT_IN_SOURCES,
                "It is not there.",
                List.of(),
                List.of(),
                confidence,
                Mode.TEMPLATE);
    }

    private static final class OneDocument implements Library {
        @Override
        public List<DocumentCard> cards() {
            return List.of();
        }

        @Override
        public Optional<Document> find(DocumentId id) {
            return find(id, HASH);
        }

        @Override
        public Optional<Document> find(DocumentId id, String hash) {
            return id.equals(ID) && hash.equals(HASH)
                    ? Optional.of(new Document(ID, HASH, "A", TEXT, List.of(), List.of(), List.of(), Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public List<Chunk> chunks(DocumentId id) {
            return List.of();
        }

        @Override
        public long generation() {
            return 1;
        }
    }
}
