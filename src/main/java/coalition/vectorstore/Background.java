package coalition.vectorstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The one piece of work that makes an index beside the others; the next may begin once it has ended. */
final class Background {
    private static final long NANOS_BEFORE_ANOTHER_TRY = 5_000_000_000L;

    private volatile CompletableFuture<Void> work = CompletableFuture.completedFuture(null);
    private volatile long failed;

    /** Begins; what the work throws is kept for those who wait. */
    void start(Runnable begun) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        work = done;
        Thread.ofPlatform().daemon().name("store-index").start(() -> {
            try {
                begun.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                failed = System.nanoTime();
                done.completeExceptionally(e);
            }
        });
    }

    /** @throws CompletionException with what the work threw */
    void join() {
        work.join();
    }

    /** Waits for the end, whatever it is. */
    void joinQuietly() {
        work.handle((done, failure) -> true).join();
    }

    boolean hasFailed() {
        return work.isCompletedExceptionally();
    }

    /** Whether the work failed, and long enough ago to try again. */
    boolean isDueAgain() {
        return hasFailed() && System.nanoTime() - failed > NANOS_BEFORE_ANOTHER_TRY;
    }
}
