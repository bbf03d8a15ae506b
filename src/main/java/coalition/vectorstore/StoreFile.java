package coalition.vectorstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file of a store and the lock on its folder. Reads run on the caller's thread, any number at once; writes come from one
 * thread. When H2 has closed itself (a full disk), the next call opens it again.
 */
final class StoreFile implements AutoCloseable {
    /** Database closed, general error, file corrupted or unwritable: what H2 reports after it has closed itself. */
    private static final Set<Integer> CLOSED_ITSELF = Set.of(90098, 90121, 90028, 90030, 90031, 50000);

    private static final String LOCK = "lock";
    private static final String DATABASE = "entries.mv.db";
    private static final byte[] OPEN = {'o', 'p', 'e', 'n'};
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    private final Path folder;
    private final String url;
    private final boolean forced;
    private final FileChannel lock;
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opening = new AtomicInteger();
    private final AtomicBoolean closedItself = new AtomicBoolean();

    /** Statements to run; let the SQLException through. */
    @FunctionalInterface
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    private StoreFile(Path folder, String url, boolean forced, FileChannel lock) {
        this.folder = folder;
        this.url = url;
        this.forced = forced;
        this.lock = lock;
    }

    /** @throws StoreException when the folder is in use, or cannot be made */
    static StoreFile open(Path folder, boolean forced) {
        return open(folder, forced, 0);
    }

    /** The same with H2's delay of writes in milliseconds; anything but 0 loses what was acknowledged. */
    static StoreFile open(Path folder, boolean forced, int writeDelay) {
        try {
            Files.createDirectories(folder);
            boolean isNew = Files.notExists(folder.resolve(LOCK));
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new StoreException("cannot open the store in '" + folder
                        + "': it is open already, here or in another process; close that one or choose another folder");
            }
            String file = "async:" + folder.toAbsolutePath().resolve("entries");
            if (isNew || lock.size() > 0) {
                recover(folder, file + ".mv.db");
            }
            lock.write(ByteBuffer.wrap(OPEN), 0);
            String url = "jdbc:h2:" + file + ";WRITE_DELAY=" + writeDelay
                    + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0";
            return new StoreFile(folder, url, forced, lock);
        } catch (IOException e) {
            throw new StoreException("cannot open the store in '" + folder + "': " + e, e);
        }
    }

    /**
     * Finds the last commit in a file that was not closed. H2 finds it by a chain of pointers that breaks when it goes on at the end
     * of the file, unless the file ends with a whole chunk, which it does not when the process was killed in the middle of one: then
     * commits that were on disk are not found (some 4 of 100 kills, H2 2.5.252). In recovery mode it looks at every block.
     */
    private static void recover(Path folder, String file) {
        if (Files.exists(folder.resolve(DATABASE))) {
            LOG.info("the store in '{}' was not closed; looking for its last commit", folder);
            try {
                new MVStore.Builder()
                        .fileName(file)
                        .recoveryMode()
                        .autoCommitDisabled()
                        .open()
                        .close();
            } catch (MVStoreException e) {
                throw new StoreException(
                        "cannot open the store in '" + folder + "': " + e.getMessage() + "; restore it from a backup",
                        e);
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
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
            throw new StoreException("cannot read the store in '" + folder + "': " + e.getMessage(), e);
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
                    "cannot write to the store in '" + folder + "', nothing was changed: " + e.getMessage()
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
        if (closedItself.compareAndSet(true, false)) {
            recoverQuietly();
        }
        Session session = idle.poll();
        return session == null ? new Session(DriverManager.getConnection(url), opening.get()) : session;
    }

    private void recoverQuietly() {
        try {
            recover(folder, "async:" + folder.toAbsolutePath().resolve(DATABASE));
        } catch (StoreException e) {
            LOG.debug("H2 still holds the file", e);
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
        if (cause instanceof SQLException e && hasClosedItself(e)) {
            LOG.warn("the database in '{}' has closed itself ({}); opening it again", folder, e.getMessage());
            opening.incrementAndGet();
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

    /** Closes the database and frees the folder. */
    @Override
    public void close() {
        try {
            Session last = borrow();
            closeIdle();
            last.execute("shutdown");
            close(last);
            lock.truncate(0);
        } catch (SQLException | IOException e) {
            throw new StoreException("cannot close the store in '" + folder + "': " + e.getMessage(), e);
        } finally {
            unlock();
        }
    }

    /** Frees the folder after an opening that failed. */
    void abandon() {
        closeIdle();
        unlock();
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("the lock of '{}' did not close", folder, e);
        }
    }
}
