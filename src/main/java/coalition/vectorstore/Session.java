package coalition.vectorstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection with the statements it has prepared. For one thread at a time. */
final class Session {
    private final Connection connection;
    private final int opening;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** @param opening which opening of the database the connection belongs to */
    Session(Connection connection, int opening) {
        this.connection = connection;
        this.opening = opening;
    }

    Connection connection() {
        return connection;
    }

    int opening() {
        return opening;
    }

    /** The statement, prepared once; it closes with the connection. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
