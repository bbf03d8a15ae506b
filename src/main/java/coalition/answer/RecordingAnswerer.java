package coalition.answer;

import coalition.retrieval.Passage;
import coalition.storage.StorageException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every answer in the log; an answer that cannot be kept is given all the same. Safe for several threads. */
public final class RecordingAnswerer implements Answerer {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingAnswerer.class);

    private final Answerer answerer;
    private final AnswerLog log;
    private final LongSupplier nanos;

    /**
     * Wraps an answerer.
     *
     * @param nanos a clock that only grows ({@code System::nanoTime})
     */
    public RecordingAnswerer(Answerer answerer, AnswerLog log, LongSupplier nanos) {
        this.answerer = answerer;
        this.log = log;
        this.nanos = nanos;
    }

    @Override
    public Answer answer(Question question, Progress progress) {
        long start = nanos.getAsLong();
        Overheard overheard = new Overheard(progress);
        Answer answer = answerer.answer(question, overheard);
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start);
        try {
            log.record(logged(answer, overheard, millis));
        } catch (StorageException e) {
            LOG.warn("cannot keep the answer '{}': {}", answer.id(), e.getMessage());
        }
        return answer;
    }

    private static LoggedAnswer logged(Answer answer, Overheard overheard, long millis) {
        return new LoggedAnswer(
                answer.id(),
                answer.question().thread().value(),
                answer.question().at(),
                answer.question().text(),
                answer.standalone(),
                answer instanceof Abstained abstained ? abstained.reason().code() : "",
                overheard.rule.get(),
                answer.mode().name().toLowerCase(Locale.ROOT),
                answer.confidence(),
                millis,
                AnswerJson.line(answer, millis),
                overheard.passages.get());
    }

    /** Passes on what is said, and remembers what was read and which rule decided. */
    private static final class Overheard implements Progress {
        private final Progress progress;
        private final AtomicReference<List<String>> passages = new AtomicReference<>(List.of());
        private final AtomicReference<String> rule = new AtomicReference<>("");

        Overheard(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void found(List<Passage> found) {
            passages.set(found.stream()
                    .map(p -> p.chunk().id() + String.format(Locale.ROOT, " %.4f", p.score()))
                    .toList());
            progress.found(found);
        }

        @Override
        public void verified(Statement statement, List<Citation> citations) {
            progress.verified(statement, citations);
        }

        @Override
        public void abstained(String name) {
            rule.set(name);
            progress.abstained(name);
        }
    }
}
