package coalition.answer;

import coalition.storage.Database;
import coalition.storage.Migration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What models were asked and what became of it, in the database: for {@code coalition log} and for people who wonder why a
 * sentence is not there. Only the newest are kept. Safe for several threads.
 */
public final class ModelLog {
    public static final List<Migration> MIGRATIONS = List.of(new Migration("model-log-1", """
            create table model_log (
                id bigint generated always as identity primary key,
                asked timestamp with time zone not null,
                question varchar not null,
                standalone varchar not null,
                passages varchar not null,
                model varchar not null,
                draft varchar not null,
                sentences varchar not null,
                input_tokens int not null,
                output_tokens int not null,
                cost double precision not null,
                millis bigint not null,
                fault varchar not null
            )"""));

    private static final int KEPT = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    public ModelLog(Database database) {
        this.database = database;
    }

    /**
     * One call to a model.
     *
     * @param asked when the question was asked
     * @param question as asked
     * @param standalone as understood
     * @param passages ids of the chunks that were sent, in order
     * @param model who was asked
     * @param draft the reply to the letter; empty where there was none
     * @param sentences what became of each sentence
     * @param inputTokens sent
     * @param outputTokens written
     * @param cost in the currency of the prices
     * @param took from the call to the last verified sentence
     * @param fault why there was no reply; empty where there was one
     */
    public record Entry(
            Instant asked,
            String question,
            String standalone,
            List<String> passages,
            String model,
            String draft,
            List<Line> sentences,
            int inputTokens,
            int outputTokens,
            double cost,
            Duration took,
            String fault) {
        public Entry {
            passages = List.copyOf(passages);
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * What became of a sentence.
     *
     * @param text as drafted
     * @param outcome {@code kept}, {@code replaced} (by the source sentence) or {@code dropped}
     * @param why in a few words; empty for a sentence that was kept
     */
    public record Line(String text, String outcome, String why) {}

    /** Adds an entry; the oldest beyond two thousand go. */
    void add(Entry entry) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into model_log (asked, question, standalone, passages, model, draft, sentences, input_tokens,"
                            + " output_tokens, cost, millis, fault) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, OffsetDateTime.ofInstant(entry.asked(), ZoneOffset.UTC));
                insert.setString(2, entry.question());
                insert.setString(3, entry.standalone());
                insert.setString(4, String.join("\n", entry.passages()));
                insert.setString(5, entry.model());
                insert.setString(6, entry.draft());
                insert.setString(7, json(entry.sentences()));
                insert.setInt(8, entry.inputTokens());
                insert.setInt(9, entry.outputTokens());
                insert.setDouble(10, entry.cost());
                insert.setLong(11, entry.took().toMillis());
                insert.setString(12, entry.fault());
                insert.executeUpdate();
            }
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from model_log where id <= (select max(id) from model_log) - ?")) {
                delete.setInt(1, KEPT);
                return delete.executeUpdate();
            }
        });
    }

    /** The newest entries, newest first; empty where no model was asked. */
    public List<Entry> last(int limit) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select * from model_log order by id desc limit ?")) {
                query.setInt(1, limit);
                try (ResultSet rows = query.executeQuery()) {
                    List<Entry> entries = new ArrayList<>();
                    while (rows.next()) {
                        entries.add(entry(rows));
                    }
                    return List.copyOf(entries);
                }
            }
        });
    }

    /** Removes what models were asked for this question of this time; how many entries there were. */
    public int forget(String question, Instant asked) {
        return database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from model_log where question = ? and asked = ?")) {
                delete.setString(1, question);
                delete.setObject(2, OffsetDateTime.ofInstant(asked, ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    /** Removes what was asked before this time; how many entries there were. */
    public int forgetBefore(Instant time) {
        return database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from model_log where asked < ?")) {
                delete.setObject(1, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String passages = row.getString("passages");
        return new Entry(
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                row.getString("standalone"),
                passages.isEmpty() ? List.of() : List.of(passages.split("\n")),
                row.getString("model"),
                row.getString("draft"),
                lines(row.getString("sentences")),
                row.getInt("input_tokens"),
                row.getInt("output_tokens"),
                row.getDouble("cost"),
                Duration.ofMillis(row.getLong("millis")),
                row.getString("fault"));
    }

    private static String json(List<Line> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write sentences as JSON", e);
        }
    }

    private static List<Line> lines(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Line>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read sentences from JSON", e);
        }
    }
}
