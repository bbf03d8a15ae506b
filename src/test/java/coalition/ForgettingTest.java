package coalition;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.AnswerLog;
import coalition.answer.LoggedAnswer;
import coalition.conversation.H2Conversations;
import coalition.conversation.ThreadId;
import coalition.conversation.Turn;
import coalition.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ThreadId THREAD = new ThreadId("slack:T1:C1:1.1");

    private final Database database = Database.inMemory("forgetting-" + UUID.randomUUID(), Knowledge.MIGRATIONS);
    private final AnswerLog answers = new AnswerLog(database);
    private final H2Conversations conversations = new H2Conversations(database);

    @AfterEach
    void close() {
        database.close();
    }

    private void asked(String question, Instant at) {
        answers.record(new LoggedAnswer(
                question, THREAD.value(), at, question, question, "", "", "template", 1, 1, "{}", List.of()));
        conversations.append(THREAD, new Turn(question, question, "because", List.of(), at));
    }

    @Test
    void removesWhatIsOlderThanTheTimeToKeep() {
        asked("old", NOON.minusSeconds(1));
        asked("new", NOON);
        assertThat(new Forgetting(database).before(NOON)).isEqualTo(2);
        assertThat(answers.recent(10)).extracting(LoggedAnswer::question).containsExactly("new");
        assertThat(conversations.recent(THREAD, 10)).extracting(Turn::question).containsExactly("new");
    }

    @Test
    void removesOneQuestionOfAThreadAndLeavesTheOthers() {
        asked("mine", NOON);
        asked("yours", NOON.plusSeconds(1));
        assertThat(answers.forget(THREAD, NOON)).isEqualTo(1);
        assertThat(conversations.forget(THREAD, NOON)).isEqualTo(1);
        assertThat(answers.recent(10)).extracting(LoggedAnswer::question).containsExactly("yours");
        assertThat(conversations.recent(THREAD, 10)).extracting(Turn::question).containsExactly("yours");
    }
}
