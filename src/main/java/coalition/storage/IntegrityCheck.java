package coalition.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads every column of every row, and looks for rows whose foreign key leads nowhere. */
final class IntegrityCheck implements Work<Integrity> {
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by table_name";
    private static final String KEYS =
            "select r.constraint_name, c.table_name, c.column_name, p.table_name, p.column_name"
                    + " from information_schema.referential_constraints r"
                    + " join information_schema.key_column_usage c on c.constraint_name = r.constraint_name"
                    + " join information_schema.key_column_usage p on p.constraint_name = r.unique_constraint_name"
                    + " and p.ordinal_position = c.position_in_unique_constraint"
                    + " where (select count(*) from information_schema.key_column_usage k"
                    + " where k.constraint_name = r.constraint_name) = 1";

    private final List<String> problems = new ArrayList<>();
    private long rows;

    @Override
    public Integrity with(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        for (String table : tables) {
            readAll(connection, table);
        }
        findOrphans(connection);
        return new Integrity(tables.size(), rows, problems);
    }

    private void readAll(Connection connection, String table) {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet found = statement.executeQuery("select * from " + quoted(table))) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    for (int i = 1; i <= columns; i++) {
                        found.getObject(i);
                    }
                    rows++;
                }
            }
        } catch (SQLException e) {
            problems.add("table " + table + " cannot be read: " + e.getMessage());
        }
    }

    private void findOrphans(Connection connection) throws SQLException {
        try (Statement keys = connection.createStatement();
                ResultSet key = keys.executeQuery(KEYS)) {
            while (key.next()) {
                String child = quoted(key.getString(2));
                String column = quoted(key.getString(3));
                String sql = "select count(*) from " + child + " c where c." + column
                        + " is not null and not exists (select 1"
                        + " from " + quoted(key.getString(4)) + " p where p." + quoted(key.getString(5)) + " = c."
                        + column
                        + ")";
                try (Statement statement = connection.createStatement();
                        ResultSet count = statement.executeQuery(sql)) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        problems.add(count.getLong(1) + " rows of " + child + " lead nowhere by " + column);
                    }
                }
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
