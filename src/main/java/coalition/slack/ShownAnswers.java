package coalition.slack;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Grounded;
import coalition.storage.Database;
import coalition.storage.Migration;
import coalition.summary.Summary;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers shown in Slack, kept so that a click on an old message still finds its sources. Safe for several threads. */
final class ShownAnswers {
    static final List<Migration> MIGRATIONS = List.of(new Migration("slack-answer-1", """
            create table slack_answer (
                id varchar(200) primary key,
                question varchar(400) not null,
                asker varchar(100) not null,
                grounded boolean not null,
                answer varchar not null,
                summary varchar not null,
                kept timestamp with time zone not null
            );
            create index slack_answer_question on slack_answer (question);
            """));

    private final Database database;
    private final Clock clock;
    private final Gson gson = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new InstantText())
            .create();

    ShownAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static final class InstantText extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.parse(in.nextString());
        }
    }

    /** Keeps an answer with the question it belongs to; once more does no harm. */
    void keep(Inquiry inquiry, Answer answer) {
        keep(inquiry, answer, "");
    }

    /** Keeps a summary, and the answer it is when it is spoken of. */
    void keep(Inquiry inquiry, Answer answer, Summary summary) {
        keep(inquiry, answer, gson.toJson(summary));
    }

    private void keep(Inquiry inquiry, Answer answer, String summary) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "merge into slack_answer (id, question, asker, grounded, answer, summary, kept) key (id)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, answer.id());
                insert.setString(2, inquiry.id());
                insert.setString(3, inquiry.asker());
                insert.setBoolean(4, answer instanceof Grounded);
                insert.setString(5, gson.toJson(answer));
                insert.setString(6, summary);
                insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /** The summary kept under this id; empty where it is an answer, or unknown. */
    Optional<Summary> summary(String id) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select summary from slack_answer where id = ? and summary <> ''")) {
                query.setString(1, id);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(gson.fromJson(rows.getString(1), Summary.class))
                            : Optional.empty();
                }
            }
        });
    }

    Optional<Answer> find(String id) {
        return one("id", id);
    }

    /** The answer that was found for a question before; empty where none was. */
    Optional<Answer> ofQuestion(String question) {
        return one("question", question);
    }

    private Optional<Answer> one(String column, String value) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select grounded, answer from slack_answer where " + column + " = ? order by kept desc limit 1")) {
                query.setString(1, value);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(read(rows.getBoolean(1), rows.getString(2))) : Optional.empty();
                }
            }
        });
    }

    private Answer read(boolean grounded, String json) {
        return gson.fromJson(json, grounded ? Grounded.class : Abstained.class);
    }

    /** Removes answers older than this. */
    int forget(Duration older) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from slack_answer where kept < ?")) {
                delete.setObject(1, clock.instant().minus(older).atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    /** Ids of the answers this person was given. */
    List<String> answersOf(String asker) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select id from slack_answer where asker = ?")) {
                query.setString(1, asker);
                List<String> ids = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
                return ids;
            }
        });
    }

    /** Removes the answers this person was given. */
    int forgetAsker(String asker) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from slack_answer where asker = ?")) {
                delete.setString(1, asker);
                return delete.executeUpdate();
            }
        });
    }
}
