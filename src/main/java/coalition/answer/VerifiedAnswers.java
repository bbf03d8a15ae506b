package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.Scope;
import coalition.storage.Database;
import coalition.storage.Migration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verified answers of models, in the database, to be given again. An entry belongs to one state of the index, one set of documents
 * and one set-up of models; entries of another state of the index are removed as soon as one of a new state is added. Safe for
 * several threads.
 */
public final class VerifiedAnswers {
    public static final List<Migration> MIGRATIONS = List.of(new Migration("verified-answer-1", """
            create table verified_answer (
                id bigint generated always as identity primary key,
                asked timestamp(9) with time zone not null,
                question varchar not null,
                standalone varchar not null,
                origin varchar not null,
                scope varchar not null,
                generation bigint not null,
                sentences varchar not null
            )"""));

    private static final int KEPT = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    public VerifiedAnswers(Database database) {
        this.database = database;
    }

    /**
     * Where an answer belongs.
     *
     * @param origin names the models, the prompt and the checks
     * @param scope the documents that were allowed
     * @param generation of the index
     */
    record Place(String origin, Scope scope, long generation) {
        private String scopeText() {
            return String.join("\n", scope.patterns()) + "\n-\n" + String.join("\n", scope.excluded());
        }
    }

    /** A kept answer. */
    record Kept(String standalone, List<Line> sentences) {
        Kept {
            sentences = List.copyOf(sentences);
        }

        /** The sentences over these passages; empty where one stands on a passage that is not among them. */
        Optional<List<DraftSentence>> over(List<Passage> passages) {
            List<DraftSentence> drafted = new ArrayList<>();
            for (Line line : sentences) {
                List<Support> supports = new ArrayList<>();
                for (Ground ground : line.grounds()) {
                    int passage = ground.in(passages);
                    if (passage < 0) {
                        return Optional.empty();
                    }
                    supports.add(new Support(passage, new Span(ground.start(), ground.end()), List.of()));
                }
                drafted.add(new DraftSentence(line.text(), supports));
            }
            return drafted.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(drafted));
        }

        /** A sentence and what it stands on. */
        record Line(String text, List<Ground> grounds) {}

        /** A run of a chunk, in offsets of its document. */
        record Ground(String chunk, int start, int end) {
            private int in(List<Passage> passages) {
                for (int i = 0; i < passages.size(); i++) {
                    if (passages.get(i).chunk().id().equals(chunk)) {
                        return i;
                    }
                }
                return -1;
            }
        }
    }

    /** The newest answers that belong there, newest first. */
    List<Kept> of(Place place) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select standalone, sentences from verified_answer"
                            + " where origin = ? and scope = ? and generation = ? order by id desc limit ?")) {
                query.setString(1, place.origin());
                query.setString(2, place.scopeText());
                query.setLong(3, place.generation());
                query.setInt(4, KEPT);
                try (ResultSet rows = query.executeQuery()) {
                    List<Kept> kept = new ArrayList<>();
                    while (rows.next()) {
                        kept.add(new Kept(rows.getString(1), lines(rows.getString(2))));
                    }
                    return List.copyOf(kept);
                }
            }
        });
    }

    /** Keeps an answer; those of another state of the index and the oldest beyond five hundred go. */
    void add(Place place, Generator.Task task, List<DraftSentence> sentences) {
        List<Kept.Line> lines = sentences.stream()
                .map(s -> new Kept.Line(
                        s.text(),
                        s.supports().stream()
                                .map(p -> new Kept.Ground(
                                        task.passages().get(p.passage()).chunk().id(),
                                        p.span().start(),
                                        p.span().end()))
                                .toList()))
                .toList();
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into verified_answer (asked, question,"
                    + " standalone, origin, scope, generation, sentences) values (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, task.question().at().atOffset(ZoneOffset.UTC));
                insert.setString(2, task.question().text());
                insert.setString(3, task.standalone());
                insert.setString(4, place.origin());
                insert.setString(5, place.scopeText());
                insert.setLong(6, place.generation());
                insert.setString(7, json(lines));
                insert.executeUpdate();
            }
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from verified_answer where generation <> ?"
                            + " or id <= (select max(id) from verified_answer) - ?")) {
                delete.setLong(1, place.generation());
                delete.setInt(2, KEPT);
                return delete.executeUpdate();
            }
        });
    }

    /** Removes what was kept of this question of this time; how many entries there were. */
    public int forget(String question, Instant asked) {
        return database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from verified_answer where question = ? and asked = ?")) {
                delete.setString(1, question);
                delete.setObject(2, asked.atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    /** Removes what was asked before this time; how many entries there were. */
    public int forgetBefore(Instant time) {
        return database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from verified_answer where asked < ?")) {
                delete.setObject(1, time.atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    private static String json(List<Kept.Line> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write sentences as JSON", e);
        }
    }

    private static List<Kept.Line> lines(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Kept.Line>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read sentences from JSON", e);
        }
    }
}
