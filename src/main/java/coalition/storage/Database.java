package coalition.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's database: an H2 file that forces each commit to disk before it is acknowledged. All writes run on one thread that
 * nobody can interrupt, one transaction each; reads run on the caller's thread. When a failure closes the file (a full disk), the
 * next call opens it again. Safe for several threads.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int IN_USE = 90020;
    private static final int OTHER_FORMAT = 90048;

    private final Connections connections;
    private final boolean untilPowerFails;
    private final ExecutorService writer;
    private boolean broken; // for the writer thread alone

    private Database(Connections connections, boolean untilPowerFails) {
        this.connections = connections;
        this.untilPowerFails = untilPowerFails;
        this.writer = Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().name("database-writer").unstarted(work));
    }

    /** Opens with {@link StorageSettings#standard()}. */
    public static Database open(Path folder, List<Migration> migrations) {
        return open(folder, StorageSettings.standard(), migrations);
    }

    /**
     * Opens the database in this folder, or makes it, and applies the migrations that are new. Before the first change to a
     * database that is in use already, a backup is put into the folder {@code backups} beside it.
     *
     * @throws StorageException when another process has it open, a newer version made it, or it cannot be read or written
     */
    public static Database open(Path folder, StorageSettings settings, List<Migration> migrations) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageException("cannot make the data folder '" + folder + "': " + reason(e)
                    + "; choose one that can be written with --data DIR");
        }
        Path file = folder.toAbsolutePath().normalize().resolve("coalition");
        String url = "jdbc:h2:async:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        boolean untilPowerFails = settings.durability() == StorageSettings.Durability.POWER;
        return connect(url, folder, untilPowerFails, migrations);
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException exists) {
            return "'" + exists.getFile() + "' is a file";
        }
        if (e instanceof AccessDeniedException denied) {
            return "'" + denied.getFile() + "' must not be written";
        }
        return e instanceof FileSystemException other && other.getReason() != null ? other.getReason() : e.toString();
    }

    /** A database in memory that ends with {@link #close()}; for tests. */
    public static Database inMemory(String name, List<Migration> migrations) {
        return connect("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", Path.of(name), false, migrations);
    }

    static Database connect(String url, Path folder, boolean untilPowerFails, List<Migration> migrations) {
        try {
            Database database = new Database(new Connections(url), untilPowerFails);
            try {
                database.migrate(new Migrations(migrations), folder);
                return database;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StorageException(refusal(folder, e), e);
        }
    }

    private static String refusal(Path folder, SQLException e) {
        return switch (e.getErrorCode()) {
            case IN_USE ->
                "cannot open the data folder '" + folder
                        + "': another coalition process is using it; stop that one, or give"
                        + " this one a folder of its own with --data DIR";
            case OTHER_FORMAT ->
                "cannot open the data folder '" + folder + "': its database was written by another version of H2 ("
                        + e.getMessage() + "); use the version of coalition that wrote it";
            default -> "cannot open the database in '" + folder + "': " + e.getMessage();
        };
    }

    private void migrate(Migrations migrations, Path folder) {
        boolean older = write(connection -> {
            migrations.prepare(connection);
            migrations.refuseNewer(connection);
            return migrations.begun(connection)
                    && !migrations.pending(connection).isEmpty();
        });
        if (older) {
            new Backups(this, folder.resolve("backups"), 0).make("before-upgrade.zip");
        }
        write(connection -> {
            for (Migration migration : migrations.pending(connection)) {
                migrations.apply(connection, migration);
            }
            return true;
        });
    }

    /** Runs the work on the writer thread as one transaction; committed and forced to disk when this returns. */
    public <T> T write(Work<T> work) {
        Future<T> result;
        try {
            result = writer.submit(() -> transact(work));
        } catch (RejectedExecutionException e) {
            throw new StorageException("cannot write to the database: it is closed", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure("cannot write to the database: ", e.getCause() == null ? e : e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs the work on the caller's thread on a connection of its own; what it changes is not kept. */
    public <T> T read(Work<T> work) {
        try {
            return readOnce(work);
        } catch (SQLException e) {
            if (!Connections.fatal(e)) {
                throw failure("cannot read the database: ", e);
            }
        }
        // the file was closed under us, by a full disk for one: the writer opens it again, then this is tried once more
        write(connection -> true);
        try {
            return readOnce(work);
        } catch (SQLException e) {
            throw failure("cannot read the database: ", e);
        }
    }

    /** Reads every row of every table; takes as long as the database is large. */
    public Integrity check() {
        return read(new IntegrityCheck());
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        Connection reader = connections.borrow();
        try {
            return work.with(reader);
        } finally {
            connections.giveBack(reader);
        }
    }

    private <T> T transact(Work<T> work) throws SQLException {
        try {
            return transactOnce(work);
        } catch (SQLException e) {
            if (!Connections.fatal(e)) {
                throw e;
            }
            // not the work again: whether it was kept is not known here, and the caller decides what to repeat, who is
            // not kept waiting either while a large file is opened
            broken = true;
            try {
                writer.execute(this::mend);
            } catch (RejectedExecutionException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private void mend() {
        try {
            var unused = usable();
        } catch (SQLException e) {
            LOG.debug("the database does not open yet; the next call tries again", e);
        }
    }

    private <T> T transactOnce(Work<T> work) throws SQLException {
        Connection connection = usable();
        try {
            T value = work.with(connection);
            connection.commit();
            if (untilPowerFails) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("checkpoint sync");
                }
            }
            return value;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    /** The writer's connection, opened again where a failure has closed the database behind it. */
    private Connection usable() throws SQLException {
        Connection connection = connections.writer();
        if (broken || !connection.isValid(0)) {
            connections.reopen();
            broken = false;
            connection = connections.writer();
        }
        return connection;
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static StorageException failure(String what, Throwable cause) {
        if (cause instanceof StorageException told) {
            return told;
        }
        String remedy = cause instanceof SQLException sql && Connections.fatal(sql)
                ? "; is the disk full, or the data folder gone? It is tried again with the next call"
                : "";
        return new StorageException(what + cause.getMessage() + remedy, cause);
    }

    /** Finishes the writes in hand and closes. */
    @Override
    public void close() {
        writer.close();
        try {
            connections.shutdown();
        } catch (SQLException e) {
            if (!Connections.fatal(e)) {
                throw new StorageException("cannot close the database: " + e.getMessage(), e);
            }
        }
    }
}
