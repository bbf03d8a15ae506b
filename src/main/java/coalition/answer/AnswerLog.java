package coalition.answer;

import coalition.conversation.ThreadId;
import coalition.storage.Database;
import coalition.storage.Migration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every answer that was given, as it was given. Safe for several threads. */
public final class AnswerLog {
    /** The schema, to be applied when the database is opened. */
    public static final List<Migration> MIGRATIONS = List.of(new Migration("answer-1", """
            create table answer (
                number bigint generated always as identity primary key,
                id varchar not null unique,
                thread varchar not null,
                asked_at timestamp(9) with time zone not null,
                question varchar not null,
                standalone varchar not null,
                reason varchar not null,
                rule varchar not null,
                mode varchar not null,
                confidence double precision not null,
                millis bigint not null,
                json varchar not null,
                passages varchar array not null
            );
            create index answer_by_time on answer (asked_at);
            """));

    private static final String COLUMNS =
            "id, thread, asked_at, question, standalone, reason, rule, mode, confidence, millis, json, passages";

    private final Database database;

    /** Keeps answers in this database, which has {@link #MIGRATIONS} applied. */
    public AnswerLog(Database database) {
        this.database = database;
    }

    /** Adds an answer; durable when the call returns. */
    public void record(LoggedAnswer answer) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into answer (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                fill(insert, answer);
                insert.setArray(
                        12,
                        connection.createArrayOf("varchar", answer.passages().toArray()));
                return insert.executeUpdate();
            }
        });
    }

    /** The answer with this id; empty where none has it. */
    public Optional<LoggedAnswer> find(String id) {
        return select("where id = ?", query -> query.setString(1, id)).stream().findFirst();
    }

    /** The last answers of all threads, newest first, at most {@code limit}. */
    public List<LoggedAnswer> recent(int limit) {
        return select("order by number desc fetch first ? rows only", query -> query.setInt(1, limit));
    }

    /** The answers of a thread, oldest first; empty for a thread never seen. */
    public List<LoggedAnswer> thread(String thread) {
        return select("where thread = ? order by number", query -> query.setString(1, thread));
    }

    /** What was abstained from since then though documents might have answered it, oldest first. */
    public List<LoggedAnswer> unanswered(Instant since) {
        return select(
                "where asked_at >= ? and reason in ('not_in_sources', 'false_premise') order by number",
                query -> query.setObject(1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC)));
    }

    /** Removes what was answered to the questions asked in this thread at this time; how many there were. */
    public int forget(ThreadId thread, Instant at) {
        return delete("thread = ? and asked_at = ?", delete -> {
            delete.setString(1, thread.value());
            delete.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        });
    }

    /** Removes what was asked before this time; how many there were. */
    public int forgetBefore(Instant time) {
        return delete("asked_at < ?", delete -> delete.setObject(1, OffsetDateTime.ofInstant(time, ZoneOffset.UTC)));
    }

    private int delete(String where, Filling filling) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from answer where " + where)) {
                filling.fill(delete);
                return delete.executeUpdate();
            }
        });
    }

    private List<LoggedAnswer> select(String rest, Filling filling) {
        return database.read(connection -> read(connection, rest, filling));
    }

    private static List<LoggedAnswer> read(Connection connection, String rest, Filling filling) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + " from answer " + rest)) {
            filling.fill(query);
            List<LoggedAnswer> answers = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.add(answer(rows));
                }
            }
            return List.copyOf(answers);
        }
    }

    private static void fill(PreparedStatement insert, LoggedAnswer answer) throws SQLException {
        insert.setString(1, answer.id());
        insert.setString(2, answer.thread());
        insert.setObject(3, OffsetDateTime.ofInstant(answer.at(), ZoneOffset.UTC));
        insert.setString(4, answer.question());
        insert.setString(5, answer.standalone());
        insert.setString(6, answer.reason());
        insert.setString(7, answer.rule());
        insert.setString(8, answer.mode());
        insert.setDouble(9, answer.confidence());
        insert.setLong(10, answer.millis());
        insert.setString(11, answer.json());
    }

    private static LoggedAnswer answer(ResultSet row) throws SQLException {
        List<String> passages = new ArrayList<>();
        for (Object passage : (Object[]) row.getArray("passages").getArray()) {
            passages.add(passage.toString());
        }
        return new LoggedAnswer(
                row.getString("id"),
                row.getString("thread"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                row.getString("standalone"),
                row.getString("reason"),
                row.getString("rule"),
                row.getString("mode"),
                row.getDouble("confidence"),
                row.getLong("millis"),
                row.getString("json"),
                passages);
    }

    @FunctionalInterface
    private interface Filling {
        void fill(PreparedStatement query) throws SQLException;
    }
}
