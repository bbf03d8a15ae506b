package coalition.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The connections to one database: one for writing, used by the writer thread alone, and idle ones for reading. After a failure
 * that closes the database (a full disk) all are thrown away and new ones are opened. Safe for several threads.
 */
final class Connections {
    /** H2 has closed the database, or must: it is closed, general error, I/O error, file corrupted, too large, closing. */
    private static final Set<Integer> FATAL = Set.of(90098, 50000, 90028, 90030, 90031, 90121, 90067, 90007);

    private static final int IDLE = 8;

    private final String url;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private Connection writer;

    Connections(String url) throws SQLException {
        this.url = url;
        this.writer = openWriter();
    }

    static boolean fatal(SQLException e) {
        return FATAL.contains(e.getErrorCode());
    }

    /** The connection for writing, without autocommit; opened anew where the last one is closed. */
    synchronized Connection writer() throws SQLException {
        if (writer.isClosed()) {
            reopen();
        }
        return writer;
    }

    /** Throws away every connection and opens the database again. */
    synchronized void reopen() throws SQLException {
        closeIdle();
        closeQuietly(writer);
        writer = openWriter();
    }

    /** A connection for reading, an idle one where there is one. */
    Connection borrow() throws SQLException {
        Connection connection = idle.pollFirst();
        if (connection != null && !connection.isClosed()) {
            return connection;
        }
        Connection fresh = DriverManager.getConnection(url);
        fresh.setAutoCommit(false);
        return fresh;
    }

    /** Takes a connection for reading back. */
    void giveBack(Connection connection) {
        try {
            connection.rollback();
            if (idle.size() < IDLE) {
                idle.addFirst(connection);
                return;
            }
        } catch (SQLException e) {
            // a broken connection is not kept; what broke it was told to who used it
        }
        closeQuietly(connection);
    }

    /** Finishes what H2 has to write and closes the database. */
    synchronized void shutdown() throws SQLException {
        closeIdle();
        if (writer.isClosed()) {
            return;
        }
        try (Statement statement = writer.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private Connection openWriter() throws SQLException {
        LastCommit.find(url);
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private void closeIdle() {
        Connection connection;
        while ((connection = idle.pollFirst()) != null) {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is of no use any more, however it ends
        }
    }
}
