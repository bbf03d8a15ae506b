package coalition.conversation;

import coalition.storage.Database;
import coalition.storage.Migration;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Thread memory in the bot's database. Safe for several threads. */
public final class H2Conversations implements Conversations {
    /** The schema, to be applied when the database is opened. */
    public static final List<Migration> MIGRATIONS = List.of(new Migration("conversation-1", """
            create table turn (
                number bigint generated always as identity primary key,
                thread varchar not null,
                question varchar not null,
                standalone varchar not null,
                answer varchar not null,
                chunks varchar array not null,
                asked_at timestamp(9) with time zone not null
            );
            create index turn_by_thread on turn (thread, number);
            create index turn_by_time on turn (asked_at);
            """));

    private final Database database;

    /** Remembers in this database, which has {@link #MIGRATIONS} applied. */
    public H2Conversations(Database database) {
        this.database = database;
    }

    @Override
    public List<Turn> recent(ThreadId thread, int limit) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select question, standalone, answer, chunks, asked_at"
                            + " from turn where thread = ? order by number desc fetch first ? rows only")) {
                query.setString(1, thread.value());
                query.setInt(2, limit);
                List<Turn> turns = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        turns.add(turn(rows));
                    }
                }
                Collections.reverse(turns);
                return List.copyOf(turns);
            }
        });
    }

    @Override
    public void append(ThreadId thread, Turn turn) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into turn (thread, question, standalone, answer, chunks, asked_at) values (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, thread.value());
                insert.setString(2, turn.question());
                insert.setString(3, turn.standalone());
                insert.setString(4, turn.answer());
                insert.setArray(
                        5, connection.createArrayOf("varchar", turn.chunks().toArray()));
                insert.setObject(6, turn.at().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void forget(ThreadId thread) {
        database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from turn where thread = ?")) {
                delete.setString(1, thread.value());
                return delete.executeUpdate();
            }
        });
    }

    /** Removes what was asked in this thread at this time. Returns how many turns there were. */
    public int forget(ThreadId thread, Instant at) {
        return database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from turn where thread = ? and asked_at = ?")) {
                delete.setString(1, thread.value());
                delete.setObject(2, at.atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    /** Removes the turns of before this time, whosever they are. Returns how many there were. */
    public int forgetBefore(Instant time) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from turn where asked_at < ?")) {
                delete.setObject(1, time.atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    private static Turn turn(ResultSet rows) throws SQLException {
        List<String> chunks = new ArrayList<>();
        Array array = rows.getArray(4);
        for (Object chunk : (Object[]) array.getArray()) {
            chunks.add(String.valueOf(chunk));
        }
        return new Turn(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                chunks,
                rows.getObject(5, OffsetDateTime.class).toInstant());
    }
}
