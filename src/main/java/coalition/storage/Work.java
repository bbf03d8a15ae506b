package coalition.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements to run on a connection; let the SQLException through. */
@FunctionalInterface
public interface Work<T> {
    T with(Connection connection) throws SQLException;
}
