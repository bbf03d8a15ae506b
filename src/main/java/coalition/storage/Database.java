package coalition.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The bot's database: an H2 file that forces each commit to disk before it is acknowledged. All writes run on one thread that
 * nobody can interrupt, one transaction each; reads run on the caller's thread. Safe for several threads.
 */
public final class Database implements AutoCloseable {
    private final String url;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("database-writer").unstarted(work));
    private final Connection connection;

    private Database(String url) throws SQLException {
        this.url = url;
        this.connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
    }

    /**
     * Opens the database in this folder, or makes it, and applies the migrations that are new.
     *
     * @throws StorageException when another process has it open, or it cannot be read or written
     */
    public static Database open(Path folder, List<Migration> migrations) {
        Path file = folder.toAbsolutePath().resolve("coalition");
        return connect("jdbc:h2:async:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", migrations);
    }

    /** A database in memory that ends with {@link #close()}; for tests. */
    public static Database inMemory(String name, List<Migration> migrations) {
        return connect("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", migrations);
    }

    private static Database connect(String url, List<Migration> migrations) {
        try {
            Database database = new Database(url);
            database.write(connection -> {
                apply(connection, migrations);
                return true;
            });
            return database;
        } catch (SQLException e) {
            throw new StorageException("cannot open the database: " + e.getMessage(), e);
        }
    }

    private static void apply(Connection connection, List<Migration> migrations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists migration (name varchar primary key, applied timestamp with time zone"
                            + " default current_timestamp)");
        }
        for (Migration migration : migrations) {
            if (applied(connection, migration)) {
                continue;
            }
            try (Statement statement = connection.createStatement()) {
                for (String sql : migration.sql().split(";\\s*\\R|;\\s*$")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into migration (name) values (?)")) {
                insert.setString(1, migration.name());
                insert.executeUpdate();
            }
        }
    }

    private static boolean applied(Connection connection, Migration migration) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from migration where name = ?")) {
            query.setString(1, migration.name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Runs the work on the writer thread as one transaction; committed and forced to disk when this returns. */
    public <T> T write(Work<T> work) {
        Future<T> result = writer.submit(() -> {
            try {
                T value = work.with(connection);
                connection.commit();
                return value;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        });
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new StorageException("cannot write to the database: " + e.getCause(), e);
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
        try (Connection reader = DriverManager.getConnection(url)) {
            reader.setReadOnly(true);
            return work.with(reader);
        } catch (SQLException e) {
            throw new StorageException("cannot read the database: " + e.getMessage(), e);
        }
    }

    /** Finishes the writes in hand and closes. */
    @Override
    public void close() {
        writer.close();
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new StorageException("cannot close the database: " + e.getMessage(), e);
        }
    }
}
