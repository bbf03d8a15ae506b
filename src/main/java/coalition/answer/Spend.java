package coalition.answer;

import coalition.storage.Database;
import coalition.storage.Migration;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * What models cost, day by day and model by model, in the database. A day is one of the clock's zone. Safe for several threads.
 */
public final class Spend {
    public static final List<Migration> MIGRATIONS = List.of(new Migration("spend-1", """
            create table spend (
                on_day date not null,
                model varchar not null,
                calls bigint not null,
                input_tokens bigint not null,
                output_tokens bigint not null,
                cost double precision not null,
                primary key (on_day, model)
            )"""));

    private final Database database;
    private final Clock clock;

    /**
     * A day's calls of one model.
     *
     * @param day which
     * @param model as people name it
     * @param calls how many were answered
     * @param inputTokens sent
     * @param outputTokens written
     * @param cost in the currency of the prices
     */
    public record Entry(LocalDate day, String model, long calls, long inputTokens, long outputTokens, double cost) {}

    /**
     * All calls of all models together.
     *
     * @param calls how many were answered
     * @param inputTokens sent
     * @param outputTokens written
     * @param cost in the currency of the prices
     */
    public record Totals(long calls, long inputTokens, long outputTokens, double cost) {
        /** What came since these. */
        public Totals since(Totals before) {
            return new Totals(
                    calls - before.calls,
                    inputTokens - before.inputTokens,
                    outputTokens - before.outputTokens,
                    cost - before.cost);
        }
    }

    public Spend(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds a call to today. */
    void add(String model, int inputTokens, int outputTokens, double cost) {
        LocalDate today = LocalDate.now(clock);
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    merge into spend s using (values (cast(? as date), cast(? as varchar))) v(d, m)
                    on s.on_day = v.d and s.model = v.m
                    when matched then update set calls = calls + 1, input_tokens = input_tokens + ?,
                        output_tokens = output_tokens + ?, cost = cost + ?
                    when not matched then insert (on_day, model, calls, input_tokens, output_tokens, cost)
                        values (v.d, v.m, 1, ?, ?, ?)""")) {
                update.setObject(1, today);
                update.setString(2, model);
                update.setLong(3, inputTokens);
                update.setLong(4, outputTokens);
                update.setDouble(5, cost);
                update.setLong(6, inputTokens);
                update.setLong(7, outputTokens);
                update.setDouble(8, cost);
                return update.executeUpdate();
            }
        });
    }

    /** What all models cost today. */
    public double today() {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select coalesce(sum(cost), 0) from spend where on_day = ?")) {
                query.setObject(1, LocalDate.now(clock));
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    return rows.getDouble(1);
                }
            }
        });
    }

    /** What all models were asked and cost since the first day. */
    public Totals totals() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "select coalesce(sum(calls), 0), coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0),"
                                    + " coalesce(sum(cost), 0) from spend");
                    ResultSet rows = query.executeQuery()) {
                rows.next();
                return new Totals(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getDouble(4));
            }
        });
    }

    /** The entries of the last days, newest first, today included; empty where no model was asked. */
    public List<Entry> last(int days) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select * from spend where on_day > ? order by on_day desc, model")) {
                query.setObject(1, LocalDate.now(clock).minusDays(days));
                try (ResultSet rows = query.executeQuery()) {
                    List<Entry> entries = new java.util.ArrayList<>();
                    while (rows.next()) {
                        entries.add(new Entry(
                                rows.getObject("on_day", LocalDate.class),
                                rows.getString("model"),
                                rows.getLong("calls"),
                                rows.getLong("input_tokens"),
                                rows.getLong("output_tokens"),
                                rows.getDouble("cost")));
                    }
                    return List.copyOf(entries);
                }
            }
        });
    }
}
