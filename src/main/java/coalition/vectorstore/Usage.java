package coalition.vectorstore;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets any number of calls use a store at once, one alone where it must be, and none once it was closed. */
final class Usage {
    private final Path folder;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean ended;

    Usage(Path folder) {
        this.folder = folder;
    }

    /** @throws StoreException when the store was closed */
    <T> T beside(Supplier<T> work) {
        lock.readLock().lock();
        try {
            checkOpen();
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    void beside(Runnable work) {
        beside(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Waits for the calls in hand; others wait for this one.
     *
     * @throws StoreException when the store was closed
     */
    void alone(Runnable work) {
        lock.writeLock().lock();
        try {
            checkOpen();
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Waits for the calls in hand and runs this as the last one; does nothing the second time. */
    void end(Runnable work) {
        lock.writeLock().lock();
        try {
            if (!ended) {
                ended = true;
                work.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void checkOpen() {
        if (ended) {
            throw new StoreException("the store in '" + folder + "' was closed");
        }
    }
}
