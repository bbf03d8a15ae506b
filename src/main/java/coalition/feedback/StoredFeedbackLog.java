package coalition.feedback;

import coalition.storage.Database;
import coalition.storage.Migration;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Feedback in the bot's database. */
public final class StoredFeedbackLog implements FeedbackLog {
    /** The steps of its schema. */
    public static final List<Migration> MIGRATIONS = List.of(new Migration("feedback-1", """
            create table feedback (
                answer varchar(200) not null,
                person varchar(200) not null,
                verdict varchar(20) not null,
                wrong varchar not null,
                comment varchar not null,
                passage varchar not null,
                question varchar not null,
                shown varchar not null,
                abstained boolean not null,
                sources varchar not null,
                said timestamp with time zone not null,
                primary key (answer, person)
            );
            create index feedback_said on feedback (said);
            """));

    private static final TypeToken<List<Source>> SOURCES = new TypeToken<>() {};

    private final Database database;
    private final Gson gson = new Gson();

    public StoredFeedbackLog(Database database) {
        this.database = database;
    }

    @Override
    public void record(Feedback feedback) {
        database.write(connection -> {
            try (PreparedStatement merge =
                    connection.prepareStatement("merge into feedback (answer, person, verdict, wrong,"
                            + " comment, passage, question, shown, abstained, sources, said) key (answer, person)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                merge.setString(1, feedback.answer());
                merge.setString(2, feedback.person());
                merge.setString(3, feedback.verdict().name());
                merge.setString(4, feedback.wrong());
                merge.setString(5, feedback.comment());
                merge.setString(6, feedback.passage());
                merge.setString(7, feedback.question());
                merge.setString(8, feedback.shown());
                merge.setBoolean(9, feedback.abstained());
                merge.setString(10, gson.toJson(feedback.sources()));
                merge.setObject(11, utc(feedback.at()));
                return merge.executeUpdate();
            }
        });
    }

    @Override
    public Tally since(Instant from) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select count(*) filter (where verdict = 'HELPFUL'), count(*) from feedback where said >= ?")) {
                query.setObject(1, utc(from));
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    return new Tally(rows.getInt(1), rows.getInt(2) - rows.getInt(1));
                }
            }
        });
    }

    @Override
    public List<Feedback> list(Instant from, int limit) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select * from feedback where said >= ? order by said desc, answer limit ?")) {
                query.setObject(1, utc(from));
                query.setInt(2, limit);
                List<Feedback> all = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        all.add(feedback(rows));
                    }
                }
                return all;
            }
        });
    }

    private Feedback feedback(ResultSet rows) throws SQLException {
        return new Feedback(
                rows.getString("answer"),
                rows.getString("person"),
                Verdict.valueOf(rows.getString("verdict")),
                rows.getString("wrong"),
                rows.getString("comment"),
                rows.getString("passage"),
                rows.getString("question"),
                rows.getString("shown"),
                rows.getBoolean("abstained"),
                gson.fromJson(rows.getString("sources"), SOURCES),
                rows.getObject("said", OffsetDateTime.class).toInstant());
    }

    @Override
    public int forget(String person) {
        return delete("person", person);
    }

    @Override
    public int forgetAnswer(String answer) {
        return delete("answer", answer);
    }

    private int delete(String column, String value) {
        return database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from feedback where " + column + " = ?")) {
                delete.setString(1, value);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public int forgetBefore(Instant time) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from feedback where said < ?")) {
                delete.setObject(1, utc(time));
                return delete.executeUpdate();
            }
        });
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
