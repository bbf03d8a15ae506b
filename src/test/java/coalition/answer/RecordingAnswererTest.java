package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import coalition.storage.Database;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingAnswererTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Database database = Database.inMemory(UUID.randomUUID().toString(), AnswerLog.MIGRATIONS);
    private final AnswerLog log = new AnswerLog(database);

    @AfterEach
    void close() {
        database.close();
    }

    private Answer ask(String id) {
        Question question = new Question("Who left?", new ThreadId("t"), "anna", NOON, Scope.all());
        Answerer silent = (q, progress) -> {
            progress.abstained("threshold");
            return new Abstained(
                    id,
                    q,
                    "Who left the club?",
                    Reason.NOT_IN_SOURCES,
                    "Not said.",
                    List.of(),
                    List.of(),
                    .25,
                    Mode.TEMPLATE);
        };
        Iterator<Long> times = List.of(1_000_000L, 8_000_000L).iterator();
        return new RecordingAnswerer(silent, log, times::next).answer(question, Progress.none());
    }

    @Test
    void findsAnAnswerByItsId() {
        ask("one");
        assertThat(log.find("one"))
                .hasValueSatisfying(a -> assertThat(a.standalone()).isEqualTo("Who left the club?"));
    }

    @Test
    void findsNothingForAnUnknownId() {
        assertThat(log.find("none")).isEmpty();
    }

    @Test
    void keepsTheLineOfJsonToTheLetter() {
        Answer answer = ask("one");
        assertThat(log.find("one").orElseThrow().json()).isEqualTo(AnswerJson.line(answer, 7));
    }

    @Test
    void keepsTheRuleThatDecided() {
        ask("one");
        assertThat(log.find("one").orElseThrow().rule()).isEqualTo("threshold");
    }

    @Test
    void listsTheNewestFirst() {
        ask("one");
        ask("two");
        assertThat(log.recent(5)).extracting(LoggedAnswer::id).containsExactly("two", "one");
    }

    @Test
    void listsAThreadFromItsStart() {
        ask("one");
        ask("two");
        assertThat(log.thread("t")).extracting(LoggedAnswer::id).containsExactly("one", "two");
    }

    @Test
    void listsWhatWasNotAnswered() {
        ask("one");
        assertThat(log.unanswered(NOON)).hasSize(1);
    }

    @Test
    void leavesOutWhatWasNotAnsweredBefore() {
        ask("one");
        assertThat(log.unanswered(NOON.plusSeconds(1))).isEmpty();
    }
}
