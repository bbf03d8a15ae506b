package coalition.vectorstore;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes a store. It is never interrupted, because an interrupt can close the database under everybody; who
 * waits for it and is interrupted goes on waiting and keeps the mark.
 */
final class WriterThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);

    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("store-writer").unstarted(work));

    /** Runs the work after what came before, and waits for it. */
    <T> T run(Callable<T> work) {
        Future<T> result = executor.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Has the work done after what came before; does nothing once this is closed. The work throws nothing. */
    void later(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed before it was done", e);
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case StoreException e -> new StoreException(String.valueOf(e.getMessage()), e);
            case IllegalArgumentException e -> new IllegalArgumentException(e.getMessage(), e);
            case UnsupportedOperationException e -> new UnsupportedOperationException(e.getMessage(), e);
            case Error e -> throw e;
            default -> new StoreException("cannot change the store: " + cause, cause);
        };
    }

    /** Finishes what was begun. */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
