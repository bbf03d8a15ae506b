package coalition.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a database to the schema of this version. H2 commits with each statement that changes the schema, so progress is
 * recorded a statement: a step that was cut short is taken up where it stopped.
 */
final class Migrations {
    /** H2's codes for a table, an index, a column, a sequence and a constraint that is there already. */
    private static final Set<Integer> THERE_ALREADY = Set.of(42101, 42111, 42121, 90035, 90045);

    private final List<Migration> wanted;

    Migrations(List<Migration> wanted) {
        Set<String> names = new LinkedHashSet<>();
        for (Migration migration : wanted) {
            if (!names.add(migration.name())) {
                throw new IllegalArgumentException("two migrations are called '" + migration.name() + "'");
            }
        }
        this.wanted = List.copyOf(wanted);
    }

    /** Makes the tables that migrations are recorded in. */
    void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists migration (name varchar primary key,"
                    + " applied timestamp with time zone default current_timestamp)");
            statement.execute("create table if not exists migration_step (name varchar not null, step integer not null,"
                    + " primary key (name, step))");
        }
    }

    /** Those not applied yet, in order. */
    List<Migration> pending(Connection connection) throws SQLException {
        Set<String> applied = applied(connection);
        return wanted.stream().filter(m -> !applied.contains(m.name())).toList();
    }

    /** Whether any was ever applied. */
    boolean begun(Connection connection) throws SQLException {
        return !applied(connection).isEmpty();
    }

    /**
     * Refuses a database that a newer version has changed: one with a higher number than the highest known of its feature.
     *
     * @throws StorageException when it is newer
     */
    void refuseNewer(Connection connection) throws SQLException {
        Map<String, Integer> known = new HashMap<>();
        for (Migration migration : wanted) {
            known.merge(feature(migration.name()), number(migration.name()), Math::max);
        }
        for (String name : applied(connection)) {
            Integer highest = known.get(feature(name));
            if (highest != null && number(name) > highest) {
                throw new StorageException("cannot use this database: a newer version of coalition has changed it ('"
                        + name + "'); use that version, or another folder with --data DIR");
            }
        }
    }

    /** Applies one. */
    void apply(Connection connection, Migration migration) throws SQLException {
        int done = lastStep(connection, migration);
        boolean resumed = done >= 0;
        if (!resumed) {
            record(connection, migration, 0);
            done = 0;
        }
        List<String> statements = SqlScript.statements(migration.sql());
        for (int step = done + 1; step <= statements.size(); step++) {
            boolean maybeDone = resumed && step == done + 1;
            execute(connection, statements.get(step - 1), maybeDone);
            record(connection, migration, step);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into migration (name) values (?)")) {
            insert.setString(1, migration.name());
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql, boolean maybeDone) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!maybeDone || !THERE_ALREADY.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }

    private static void record(Connection connection, Migration migration, int step) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into migration_step (name, step) values (?, ?)")) {
            insert.setString(1, migration.name());
            insert.setInt(2, step);
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static int lastStep(Connection connection, Migration migration) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select max(step) from migration_step where name = ?")) {
            query.setString(1, migration.name());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                int step = rows.getInt(1);
                return rows.wasNull() ? -1 : step;
            }
        }
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from migration order by applied, name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return new LinkedHashSet<>(names);
    }

    private static String feature(String name) {
        int dash = name.lastIndexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    private static int number(String name) {
        String last = name.substring(name.lastIndexOf('-') + 1);
        return last.matches("[0-9]{1,6}") ? Integer.parseInt(last) : 0;
    }
}
