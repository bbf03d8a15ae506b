package coalition.slack;

import coalition.storage.Database;
import coalition.storage.Migration;
import com.google.gson.Gson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every question Slack gave us and what became of it, in the database before Slack hears "ok". A question is one by its event id
 * and by its place (team, channel, time stamp). Safe for several threads.
 */
final class SlackLedger {
    static final List<Migration> MIGRATIONS = List.of(new Migration("slack-1", """
            create table slack_event (
                id varchar(400) primary key,
                team varchar(100) not null,
                channel varchar(100) not null,
                ts varchar(400) not null,
                thread varchar(100) not null,
                asker varchar(100) not null,
                kind varchar(20) not null,
                state varchar(20) not null,
                inquiry varchar not null,
                reply varchar(100) not null default '',
                answer varchar(200) not null default '',
                attempts int not null default 0,
                problem varchar(1000) not null default '',
                received timestamp with time zone not null,
                changed timestamp with time zone not null,
                constraint slack_event_place unique (team, channel, ts)
            );
            create index slack_event_state on slack_event (state, received);
            create index slack_event_thread on slack_event (team, channel, thread);
            create index slack_event_asker on slack_event (team, asker, received);
            create table slack_silence (
                team varchar(100) not null,
                channel varchar(100) not null,
                thread varchar(100) not null,
                since timestamp with time zone not null,
                primary key (team, channel, thread)
            );
            """));

    private static final String DUPLICATE = "23505";
    private static final Inquiry FORGOTTEN =
            new Inquiry("", Inquiry.Kind.MENTION, "", "", "", "", "", "", "", false, false, 0);

    private final Database database;
    private final Clock clock;
    private final Gson gson = new Gson();

    SlackLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How far a question is. */
    enum State {
        /** Stored, not looked at. */
        RECEIVED,
        /** Somebody works on it. */
        ANSWERING,
        /** The answer is known and was perhaps sent: look before sending again. */
        POSTING,
        /** The asker has a reply. */
        ANSWERED,
        /** Slack did not take the reply within bounds. */
        UNDELIVERED
    }

    /**
     * A question and how far it is.
     *
     * @param inquiry what was asked
     * @param state how far it is
     * @param reply time stamp of the message that stands for the answer; empty where none was sent
     * @param answer id of the answer; empty where none is known
     * @param attempts how often work on it began
     * @param problem why it is undelivered; may be empty
     */
    record Entry(Inquiry inquiry, State state, String reply, String answer, int attempts, String problem) {}

    /** Keeps the question; false where it is known already. Durable when this returns. */
    boolean accept(Inquiry inquiry) {
        return database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into slack_event (id, team, channel, ts, thread, asker, kind, state, inquiry, received, changed)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, inquiry.id());
                insert.setString(2, inquiry.team());
                insert.setString(3, inquiry.channel());
                insert.setString(4, inquiry.ts());
                insert.setString(5, inquiry.thread());
                insert.setString(6, inquiry.asker());
                insert.setString(7, inquiry.kind().name());
                insert.setString(8, State.RECEIVED.name());
                insert.setString(9, gson.toJson(inquiry));
                insert.setObject(10, now());
                insert.setObject(11, now());
                return insert.executeUpdate() == 1;
            } catch (SQLException e) {
                if (DUPLICATE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Says that work on it begins, and how often it has begun. */
    int begin(String id) {
        return database.write(connection -> {
            update(connection, "state = 'ANSWERING', attempts = attempts + 1", id);
            return one(connection, "select attempts from slack_event where id = ?", id)
                    .map(Integer::parseInt)
                    .orElse(0);
        });
    }

    /** Says that the answer is known and will be sent now. */
    void posting(String id, String answer) {
        write("state = 'POSTING', answer = ?", answer, id);
    }

    /** Keeps the message that stands for the answer, to finish it later. */
    void placeholder(String id, String reply) {
        write("reply = ?", reply, id);
    }

    /** Says that the asker has the reply. */
    void answered(String id, String reply) {
        write("state = 'ANSWERED', problem = '', reply = ?", reply, id);
    }

    /** Says that Slack did not take the reply. */
    void undelivered(String id, String problem) {
        write("state = 'UNDELIVERED', problem = ?", SlackText.cut(problem, 900), id);
    }

    Optional<Entry> find(String id) {
        return entries("where id = ?", id).stream().findFirst();
    }

    /** Questions without a reply, oldest first. */
    List<Entry> open(int limit) {
        return entries("where state in ('RECEIVED', 'ANSWERING', 'POSTING') order by received, ts limit " + limit);
    }

    /** Questions whose reply Slack did not take, newest first. */
    List<Entry> undelivered(int limit) {
        return entries("where state = 'UNDELIVERED' order by changed desc limit " + limit);
    }

    /** The person's last answered questions, newest first. */
    List<Entry> recentOf(String team, String asker, int limit) {
        return entries(
                "where team = ? and asker = ? and state = 'ANSWERED' order by received desc limit " + limit,
                team,
                asker);
    }

    /** How many questions the person asked within this time. */
    int asked(String team, String asker, Duration within) {
        OffsetDateTime from = now().minus(within);
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select count(*) from slack_event where team = ? and asker = ? and received > ?")) {
                query.setString(1, team);
                query.setString(2, asker);
                query.setObject(3, from);
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }

    /** What this person asked, oldest first, as far as it is kept. */
    List<Inquiry> askedBy(String asker) {
        return entries("where asker = ? order by received", asker).stream()
                .map(Entry::inquiry)
                .toList();
    }

    /** Removes what was finished before this time ago; never less than a day, for retries come late. */
    int forget(Duration older) {
        OffsetDateTime before = now().minus(older.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofDays(1) : older);
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from slack_event where state in ('ANSWERED', 'UNDELIVERED') and changed < ?")) {
                delete.setObject(1, before);
                return delete.executeUpdate();
            }
        });
    }

    /** Removes what this person asked. The event ids stay, so that a late retry is not answered again. */
    int forgetAsker(String asker) {
        return database.write(connection -> {
            try (PreparedStatement change = connection.prepareStatement(
                    "update slack_event set asker = '', inquiry = ?, answer = '' where asker = ? and state in"
                            + " ('ANSWERED', 'UNDELIVERED')")) {
                change.setString(1, gson.toJson(FORGOTTEN));
                change.setString(2, asker);
                return change.executeUpdate();
            }
        });
    }

    private void write(String change, String value, String id) {
        database.write(connection -> {
            update(connection, change, value, id);
            return true;
        });
    }

    private void update(Connection connection, String change, String... values) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update slack_event set changed = ?, " + change + " where id = ?")) {
            update.setObject(1, now());
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 2, values[i]);
            }
            update.executeUpdate();
        }
    }

    private static Optional<String> one(Connection connection, String sql, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private List<Entry> entries(String where, String... values) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select inquiry, state, reply, answer, attempts, problem from slack_event " + where)) {
                for (int i = 0; i < values.length; i++) {
                    query.setString(i + 1, values[i]);
                }
                List<Entry> entries = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        entries.add(entry(rows));
                    }
                }
                return entries;
            }
        });
    }

    private Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                gson.fromJson(rows.getString(1), Inquiry.class),
                State.valueOf(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getInt(5),
                rows.getString(6));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
