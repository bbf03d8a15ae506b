package coalition.evaluation;

import coalition.answer.Answer;
import coalition.answer.Answerer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Progress;
import coalition.answer.Question;
import coalition.conversation.ThreadId;
import coalition.document.Library;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Asks a set of questions, each in a thread of its own, and judges the answers by what they cite. */
public final class Evaluation {
    private final Answerer answerer;
    private final Library library;
    private final Clock clock;
    private final LongSupplier nanos;

    /**
     * An evaluation of this answerer.
     *
     * @param library what the citations are checked against
     * @param nanos a running count of nanoseconds, as {@link System#nanoTime()} gives
     */
    public Evaluation(Answerer answerer, Library library, Clock clock, LongSupplier nanos) {
        this.answerer = answerer;
        this.library = library;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Asks all questions in order. {@code heard} gets each trial as it is done. */
    public Report run(QuestionSet set, Consumer<Trial> heard) {
        List<Trial> trials = new ArrayList<>();
        for (QuestionSet.Asked asked : set.questions()) {
            Trial trial = ask(asked, trials.size());
            trials.add(trial);
            heard.accept(trial);
        }
        return Report.of(trials);
    }

    private Trial ask(QuestionSet.Asked asked, int number) {
        List<Passage> found = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void found(List<Passage> passages) {
                found.addAll(passages);
            }
        };
        ThreadId thread = new ThreadId("evaluation-" + clock.millis() + "-" + number);
        Question question = new Question(asked.text(), thread, "evaluation", clock.instant(), Scope.all());
        long began = nanos.getAsLong();
        Answer answer = answerer.answer(question, progress);
        double millis = (nanos.getAsLong() - began) / 1e6;
        Optional<String> words = words(answer);
        return new Trial(
                asked,
                answer,
                verdict(asked, answer),
                rank(asked, found),
                (int) answer.citations().stream().filter(this::isExact).count(),
                words.map(asked.answers()::exactly).orElse(false),
                words.map(asked.answers()::f1).orElse(0d),
                millis);
    }

    private static Verdict verdict(QuestionSet.Asked asked, Answer answer) {
        if (!(answer instanceof Grounded)) {
            return asked.answerable() ? Verdict.SILENT : Verdict.REFUSED;
        }
        if (!asked.answerable()) {
            return Verdict.FOOLED;
        }
        boolean right = answer.citations().stream()
                .anyMatch(c -> asked.answers().texts().isEmpty()
                        ? isIn(asked, c.document().value())
                        : asked.answers().in(c.quote()));
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    private static int rank(QuestionSet.Asked asked, List<Passage> found) {
        for (int i = 0; i < found.size(); i++) {
            boolean holds = asked.answers().texts().isEmpty()
                    || asked.answers().in(found.get(i).chunk().text());
            if (holds && isIn(asked, found.get(i).chunk().document().value())) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isIn(QuestionSet.Asked asked, String document) {
        return asked.document()
                .map(d -> d.equals(document) || document.endsWith("/" + d))
                .orElse(true);
    }

    private boolean isExact(Citation citation) {
        return library.find(citation.document(), citation.hash())
                .filter(d -> citation.span().end() <= d.text().length())
                .map(d -> citation.span().in(d.text()).equals(citation.quote()))
                .orElse(false);
    }

    private static Optional<String> words(Answer answer) {
        for (Citation citation : answer.citations()) {
            for (Span mark : citation.marks()) {
                int from = mark.start() - citation.span().start();
                return Optional.of(citation.quote().substring(from, from + mark.length()));
            }
        }
        return Optional.empty();
    }
}
