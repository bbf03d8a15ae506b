package coalition.vectorstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file of a store and the lock on its folder. Reads run on the caller's thread, any number at once; writes come from one
 * thread. When H2 has closed itself (a full disk), the next call opens it again.
 */
final class StoreFile implements AutoCloseable {
    /** Database closed, general error, file corrupted or unwritable: what H2 reports after it has closed itself. */
    private static final Set<Integer> CLOSED_ITSELF = Set.of(90098, 90121, 90028, 90030, 90031, 50000);

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    private final Path folder;
    private final String file;
    private final String url;
    private final boolean forced;
    private final FolderLock lock;
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opening = new AtomicInteger();
    private final AtomicBoolean closedItself = new AtomicBoolean();
    private volatile boolean changed;

    /** Statements to run; let the SQLException through. */
    @FunctionalInterface
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    private StoreFile(Path folder, String file, int writeDelay, boolean forced, FolderLock lock) {
        this.folder = folder;
        this.file = file;
        this.url = "jdbc:h2:" + file + ";WRITE_DELAY=" + writeDelay
                + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0";
        this.forced = forced;
        this.lock = lock;
    }

    /** @throws StoreException when the folder is in use, or cannot be made */
    static StoreFile open(Path folder, boolean forced) {
        return open(folder, forced, 0);
    }

    /** The same with H2's delay of writes in milliseconds; anything but 0 loses what was acknowledged. */
    static StoreFile open(Path folder, boolean forced, int writeDelay) {
        return open(folder, forced, writeDelay, "async:");
    }

    /** The same through other file systems of H2's, where a test wants them. */
    static StoreFile open(Path folder, boolean forced, int writeDelay, String fileSystems) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder);
            try {
                String file = fileSystems + folder.toAbsolutePath().resolve("entries");
                if (!lock.wasClosed()) {
                    LastCommit.find(folder, file);
                }
                lock.noteOpen();
                return new StoreFile(folder, file, writeDelay, forced, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException("cannot open the store in '" + folder + "': " + e, e);
        }
    }

    Path folder() {
        return folder;
    }

    <T> T read(Work<T> work) {
        try {
            try {
                return attempt(work);
            } catch (SQLException e) {
                if (!hasClosedItself(e)) {
                    throw e;
                }
                return attempt(work);
            }
        } catch (SQLException e) {
            throw new StoreException("cannot read the store in '" + folder + "': " + StoreException.reason(e), e);
        }
    }

    /** The same, where all that the work reads belongs to one moment. */
    <T> T readSnapshot(Work<T> work) {
        return read(session -> {
            session.execute("set session characteristics as transaction isolation level snapshot");
            session.connection().setAutoCommit(false);
            T value = work.with(session);
            session.connection().commit();
            session.connection().setAutoCommit(true);
            session.execute("set session characteristics as transaction isolation level read committed");
            return value;
        });
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        Session session = borrow();
        try {
            T value = work.with(session);
            giveBack(session);
            return value;
        } catch (SQLException | RuntimeException e) {
            drop(session, e);
            throw e;
        }
    }

    /** Runs the work as one transaction, on disk when this returns. Calls come from one thread at a time. */
    <T> T write(Work<T> work) {
        return write(work, forced);
    }

    /** The same for what may be lost with the power: housekeeping. */
    <T> T tidy(Work<T> work) {
        return write(work, false);
    }

    private <T> T write(Work<T> work, boolean toDevice) {
        try {
            Session session = borrow();
            try {
                changed = true;
                session.connection().setAutoCommit(false);
                T value = work.with(session);
                session.connection().commit();
                if (toDevice) {
                    session.statement("checkpoint sync").execute();
                }
                session.connection().setAutoCommit(true);
                giveBack(session);
                return value;
            } catch (SQLException | RuntimeException e) {
                rollback(session, e);
                drop(session, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(
                    "cannot write to the store in '" + folder + "', nothing was changed: " + StoreException.reason(e)
                            + "; see that the disk has room and can be written",
                    e);
        }
    }

    private static void rollback(Session session, Exception cause) {
        try {
            session.connection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private Session borrow() throws SQLException {
        Session session = idle.poll();
        return session == null ? connect() : session;
    }

    /** One at a time: while one looks for the last commit, another would find the file locked. */
    private synchronized Session connect() throws SQLException {
        if (closedItself.compareAndSet(true, false)) {
            recoverQuietly();
        }
        return new Session(DriverManager.getConnection(url), opening.get());
    }

    private void recoverQuietly() {
        try {
            LastCommit.find(folder, file);
        } catch (StoreException e) {
            LOG.debug("H2 still holds the file, or has no room", e);
        }
    }

    private void giveBack(Session session) {
        if (session.opening() == opening.get()) {
            idle.add(session);
        } else {
            close(session);
        }
    }

    private void drop(Session session, Exception cause) {
        close(session);
        if (cause instanceof SQLException e
                && hasClosedItself(e)
                && opening.compareAndSet(session.opening(), session.opening() + 1)) {
            LOG.warn("the database in '{}' has closed itself ({}); opening it again", folder, StoreException.reason(e));
            closeIdle();
            closedItself.set(true);
        }
    }

    private static boolean hasClosedItself(SQLException e) {
        return CLOSED_ITSELF.contains(e.getErrorCode());
    }

    private void closeIdle() {
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            close(session);
        }
    }

    private static void close(Session session) {
        try {
            session.connection().close();
        } catch (SQLException e) {
            LOG.debug("a connection did not close", e);
        }
    }

    /**
     * Writes the file anew without what is dead, and opens it again. Where it is killed meanwhile, the old file is there or the new
     * one. Nobody else uses the file meanwhile.
     */
    void compact() {
        try {
            Session last = borrow();
            if (FileFill.of(last).fitsInto(room())) {
                shutDown(last, "shutdown compact");
            } else {
                giveBack(last);
                throw new StoreException("cannot compact the store in '" + folder
                        + "': the disk has no room for a second copy; make some");
            }
        } catch (SQLException | IOException e) {
            throw new StoreException("cannot compact the store in '" + folder + "': " + StoreException.reason(e), e);
        }
    }

    private boolean isWorthCompacting(Session session) throws SQLException, IOException {
        FileFill fill = FileFill.of(session);
        return fill.isWorthCompactingAtClosing() && fill.fitsInto(room());
    }

    private long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private void shutDown(Session last, String statement) throws SQLException {
        opening.incrementAndGet();
        closeIdle();
        last.execute(statement);
        close(last);
    }

    /** Closes the database and frees the folder. */
    @Override
    public void close() {
        try {
            Session last = borrow();
            shutDown(last, changed && isWorthCompacting(last) ? "shutdown compact" : "shutdown");
            lock.noteClosed();
        } catch (SQLException | IOException e) {
            throw new StoreException("cannot close the store in '" + folder + "': " + StoreException.reason(e), e);
        } finally {
            lock.close();
        }
    }

    /** Frees the folder after an opening that failed. */
    void abandon() {
        closeIdle();
        lock.close();
    }
}
