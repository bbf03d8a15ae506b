package coalition.slack;

import coalition.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a question before Slack hears "ok", then hands it on. Whoever asks while nothing can be kept is told soon: a store that just
 * failed is left in peace for a moment instead of being tried for each question, and one that takes long is not waited for; then
 * only a sign is given, for a message of ours that no ledger knows would stand there for ever if the process ended now. Safe for
 * several threads.
 */
final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration PEACE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final Predicate<Inquiry> store;
    private final Consumer<Inquiry> desk;
    private final Consumer<Inquiry> apology;
    private final Consumer<Inquiry> sign;
    private final Clock clock;
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("slack-keeper").daemon().unstarted(work));
    private volatile Instant peace = Instant.MIN;
    private volatile CompletableFuture<Boolean> overdue = CompletableFuture.completedFuture(true);

    /**
     * An intake.
     *
     * @param store keeps a question for good; false where it is known already; throws {@link StorageException} where it cannot
     * @param desk takes what was kept
     * @param apology tells the asker that nothing can be kept just now
     * @param sign shows that the question was heard, without a message
     */
    Intake(
            Predicate<Inquiry> store,
            Consumer<Inquiry> desk,
            Consumer<Inquiry> apology,
            Consumer<Inquiry> sign,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.apology = apology;
        this.sign = sign;
        this.clock = clock;
    }

    /**
     * Keeps it; does nothing where it is known already.
     *
     * @throws StorageException when it cannot be kept: Slack must not hear "ok", so that it sends it again; the asker is told
     */
    void accept(Inquiry inquiry) {
        boolean isNew;
        try {
            isNew = keep(inquiry);
        } catch (StorageException e) {
            LOG.error("cannot keep {}: {}", inquiry.id(), e.getMessage());
            tell(inquiry);
            throw e;
        }
        if (isNew) {
            desk.accept(inquiry);
        }
    }

    private void tell(Inquiry inquiry) {
        // what comes while closing is answered after the next start, if Slack sends it again: nothing is to stand there
        // before
        if (!keeper.isShutdown()) {
            (overdue.isDone() ? apology : sign).accept(inquiry);
        }
    }

    private boolean keep(Inquiry inquiry) {
        if (clock.instant().isBefore(peace)) {
            throw new StorageException("the database could not be written a moment ago");
        }
        if (!overdue.isDone()) {
            throw new StorageException("the database takes long to keep another question");
        }
        CompletableFuture<Boolean> keeping;
        try {
            keeping = CompletableFuture.supplyAsync(() -> store.test(inquiry), keeper);
        } catch (RejectedExecutionException e) {
            throw new StorageException("it came while closing", e);
        }
        return await(keeping);
    }

    private boolean await(CompletableFuture<Boolean> keeping) {
        try {
            // what is kept later is found by the desk, and known when Slack sends it again
            return keeping.copy()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                overdue = keeping;
                throw new StorageException("the database takes long", e);
            }
            peace = clock.instant().plus(PEACE);
            throw e.getCause() instanceof StorageException known
                    ? known
                    : new StorageException("cannot keep a question: " + e.getMessage(), e);
        }
    }

    /** Keeps nothing more; what is being kept is finished. */
    @Override
    public void close() {
        keeper.shutdown();
    }
}
