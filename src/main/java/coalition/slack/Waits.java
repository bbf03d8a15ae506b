package coalition.slack;

import coalition.answer.Progress;
import coalition.storage.StorageException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The placeholders of questions in work, or the streams that stand for them: at most one a question, none once its answer is being
 * sent. Safe for several threads.
 */
final class Waits {
    private static final Logger LOG = LoggerFactory.getLogger(Waits.class);

    private final SlackSender sender;
    private final SlackLedger ledger;
    private final boolean streams;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    /** @param streams whether answers in direct messages grow before the eyes of the asker */
    Waits(SlackSender sender, SlackLedger ledger, boolean streams) {
        this.sender = sender;
        this.ledger = ledger;
        this.streams = streams;
    }

    private static final class Wait {
        private final Optional<AnswerStream> stream;
        private boolean closed;
        private CompletableFuture<Optional<String>> message = CompletableFuture.completedFuture(Optional.empty());
        private boolean shown;

        Wait(Optional<AnswerStream> stream) {
            this.stream = stream;
        }
    }

    /** Begins to wait for the answer of a question. */
    void open(Inquiry inquiry) {
        waits.computeIfAbsent(inquiry.id(), id -> new Wait(stream(inquiry)));
    }

    private Optional<AnswerStream> stream(Inquiry inquiry) {
        return streams
                        && inquiry.direct()
                        && !inquiry.isPrivate()
                        && !inquiry.thread().isEmpty()
                ? Optional.of(new AnswerStream(sender, inquiry, ts -> keep(inquiry, ts)))
                : Optional.empty();
    }

    /** What shows the sentences of an answer while it is found; nobody, where it is not to be seen growing. */
    Progress progress(Inquiry inquiry) {
        Wait wait = waits.get(inquiry.id());
        return wait == null
                ? Progress.none()
                : wait.stream.<Progress>map(s -> s).orElseGet(Progress::none);
    }

    /** Shows that the question is being worked on, unless something is shown already. */
    void showReading(Inquiry inquiry) {
        Wait wait = waits.get(inquiry.id());
        if (wait == null || wait.stream.isEmpty()) {
            show(inquiry, Notices.reading(Frame.of(inquiry, 0)));
            return;
        }
        synchronized (wait) {
            if (!wait.closed && !wait.shown && !wait.stream.get().isBegun()) {
                wait.stream.get().say("_Reading the documents\u2026_\n\n");
            }
        }
    }

    /** Shows a placeholder in the question's thread, unless there is one or the answer is being sent. */
    void show(Inquiry inquiry, Message message) {
        Wait wait = waits.get(inquiry.id());
        if (wait == null || inquiry.isPrivate()) {
            return;
        }
        synchronized (wait) {
            if (wait.closed
                    || wait.shown
                    || wait.stream.filter(AnswerStream::isBegun).isPresent()) {
                return;
            }
            wait.shown = true;
            wait.stream.ifPresent(s -> {
                var unused = s.end();
            });
            wait.message = sender.post(inquiry.channel(), inquiry.thread(), message, Marker.of(inquiry.id()))
                    .thenApply(sent -> {
                        sent.response().ifPresent(ts -> keep(inquiry, ts));
                        return sent.response();
                    });
        }
    }

    /** Tells the asker that the question could not be kept. */
    void apologise(Inquiry inquiry) {
        Frame frame = Frame.of(inquiry, 0);
        if (inquiry.isPrivate()) {
            var unused = sender.respond(inquiry.responseUrl(), Notices.notTaken(frame), false);
        } else {
            open(inquiry);
            show(inquiry, Notices.notKept(frame));
        }
    }

    private void keep(Inquiry inquiry, String ts) {
        try {
            ledger.placeholder(inquiry.id(), ts);
        } catch (StorageException e) {
            LOG.warn("cannot write down the placeholder of {}: {}", inquiry.id(), e.getMessage());
        }
    }

    /** Allows no placeholder any more, and gives the time stamp of the one shown, once it is known. */
    CompletableFuture<Optional<String>> close(String id) {
        Wait wait = waits.remove(id);
        if (wait == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        synchronized (wait) {
            wait.closed = true;
            return wait.shown || wait.stream.isEmpty()
                    ? wait.message
                    : wait.stream.get().end();
        }
    }
}
