package coalition.slack;

import coalition.storage.StorageException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The placeholders of questions in work: at most one a question, none once its answer is being sent. Safe for several threads.
 */
final class Waits {
    private static final Logger LOG = LoggerFactory.getLogger(Waits.class);

    private final SlackSender sender;
    private final SlackLedger ledger;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    Waits(SlackSender sender, SlackLedger ledger) {
        this.sender = sender;
        this.ledger = ledger;
    }

    private static final class Wait {
        private boolean closed;
        private CompletableFuture<Optional<String>> message = CompletableFuture.completedFuture(Optional.empty());
        private boolean shown;
    }

    /** Begins to wait for the answer of a question. */
    void open(String id) {
        waits.putIfAbsent(id, new Wait());
    }

    /** Shows a placeholder in the question's thread, unless there is one or the answer is being sent. */
    void show(Inquiry inquiry, Message message) {
        Wait wait = waits.get(inquiry.id());
        if (wait == null || inquiry.isPrivate()) {
            return;
        }
        synchronized (wait) {
            if (wait.closed || wait.shown) {
                return;
            }
            wait.shown = true;
            wait.message = sender.post(inquiry.channel(), inquiry.thread(), message, Marker.of(inquiry.id()))
                    .thenApply(sent -> keep(inquiry, sent));
        }
    }

    private Optional<String> keep(Inquiry inquiry, Outcome<String> sent) {
        try {
            sent.response().ifPresent(ts -> ledger.placeholder(inquiry.id(), ts));
        } catch (StorageException e) {
            LOG.warn("cannot write down the placeholder of {}: {}", inquiry.id(), e.getMessage());
        }
        return sent.response();
    }

    /** Allows no placeholder any more, and gives the time stamp of the one shown, once it is known. */
    CompletableFuture<Optional<String>> close(String id) {
        Wait wait = waits.remove(id);
        if (wait == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        synchronized (wait) {
            wait.closed = true;
            return wait.message;
        }
    }
}
