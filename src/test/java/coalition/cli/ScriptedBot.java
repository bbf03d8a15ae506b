package coalition.cli;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.AnswerLog;
import coalition.answer.Answerer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.ModelLog;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.answer.Spend;
import coalition.answer.Statement;
import coalition.document.DocumentId;
import coalition.document.Library;
import coalition.document.Span;
import coalition.feedback.FeedbackLog;
import coalition.ingest.IngestReport;
import coalition.summary.Summaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bot that answers every question alike, keeps what it was asked, and fails on "explode". */
final class ScriptedBot implements Bot {
    static final String QUOTE = "Michael Kors left the coalition in April 2016.";

    final List<Question> asked = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    boolean closed;

    @Override
    public Answerer answerer() {
        return (question, progress) -> {
            asked.add(question);
            if (question.text().equals("explode")) {
                throw new IllegalStateException("cannot read the index: it is gone");
            }
            return question.text().equals("weather?") ? abstained(question) : grounded(question, QUOTE);
        };
    }

    static Answer grounded(Question question, String quote) {
        return new Grounded(
                "a1",
                question,
                question.text(),
                "",
                List.of(new Statement(quote, List.of(1))),
                List.of(citation(quote, false)),
                0.934567,
                Mode.TEMPLATE,
                "");
    }

    static Answer abstained(Question question) {
        return new Abstained(
                "a2",
                question,
                question.text(),
                Reason.NOT_IN_SOURCES,
                "The documents do not say.",
                List.of(citation(QUOTE, true)),
                List.of("Why did Michael Kors leave?"),
                0.1,
                Mode.TEMPLATE);
    }

    private static Citation citation(String quote, boolean closest) {
        Span span = new Span(100, 100 + quote.length());
        List<Span> marks = closest || quote.length() < 46 ? List.of() : List.of(new Span(135, 145));
        return new Citation(
                1, new DocumentId("kors.md"), "00ff", "Kors", "Kors > Leaving", 3, span, quote, marks, "c1", closest);
    }

    @Override
    public Library library() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answerer examinee() {
        return answerer();
    }

    @Override
    public Answerer templateExaminee() {
        return answerer();
    }

    @Override
    public Optional<Spend> spend() {
        return Optional.empty();
    }

    @Override
    public ModelLog modelLog() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FeedbackLog feedback() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path data() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int forget(String person) {
        return person.equals("U1") ? 3 : 0;
    }

    @Override
    public Summaries summaries() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AnswerLog log() {
        throw new UnsupportedOperationException();
    }

    @Override
    public IngestReport index() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Check> checks() {
        return checks;
    }

    @Override
    public void serve() {}

    @Override
    public void close() {
        closed = true;
    }
}
