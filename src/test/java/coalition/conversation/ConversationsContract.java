package coalition.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every thread memory keeps to. */
abstract class ConversationsContract {
    private static final ThreadId THREAD = new ThreadId("T1/C1/1700.1");

    private final Conversations conversations;

    ConversationsContract(Conversations conversations) {
        this.conversations = conversations;
    }

    @Test
    void knowsNothingOfAThreadNeverSeen() {
        assertThat(conversations.recent(THREAD, 10)).isEmpty();
    }

    @Test
    void givesTurnsBackAsTheyWere() {
        Turn turn = new Turn(
                "And who?",
                "Who left?",
                "Kors left. [1]",
                List.of("a.md#0@00ff", "b, \"c\".md#1@00ff"),
                Instant.ofEpochSecond(5, 123_456_789));
        conversations.append(THREAD, turn);
        assertThat(conversations.recent(THREAD, 10)).containsExactly(turn);
    }

    @Test
    void givesTheLastTurnsOldestFirst() {
        IntStream.range(0, 5).forEach(i -> conversations.append(THREAD, turn("q" + i)));
        assertThat(conversations.recent(THREAD, 2)).extracting(Turn::question).containsExactly("q3", "q4");
    }

    @Test
    void givesNoneWhereNoneIsWanted() {
        conversations.append(THREAD, turn("q"));
        assertThat(conversations.recent(THREAD, 0)).isEmpty();
    }

    @Test
    void keepsThreadsApart() {
        conversations.append(THREAD, turn("ours"));
        conversations.append(new ThreadId("T1/C2/1700.1"), turn("theirs"));
        assertThat(conversations.recent(THREAD, 10)).extracting(Turn::question).containsExactly("ours");
    }

    @Test
    void forgetsOneThreadOnly() {
        ThreadId other = new ThreadId("other");
        conversations.append(THREAD, turn("ours"));
        conversations.append(other, turn("theirs"));
        conversations.forget(THREAD);
        assertThat(conversations.recent(THREAD, 10)).isEmpty();
        assertThat(conversations.recent(other, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'; drop table turn; --", "\u0000 nul", "\ud83d\ude00 smile", "\ud800 lone", "عربي", "\\n"})
    void keepsTextInAnyForm(String text) {
        conversations.append(THREAD, turn(text));
        assertThat(conversations.recent(THREAD, 1)).extracting(Turn::question).containsExactly(text);
    }

    @Test
    void losesNoTurnOfThreadsThatAppendAtOnce() {
        IntStream.range(0, 40).parallel().forEach(i -> conversations.append(THREAD, turn("q" + i)));
        assertThat(conversations.recent(THREAD, 100))
                .extracting(Turn::question)
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    private static Turn turn(String question) {
        return new Turn(question, question, "a", List.of(), Instant.EPOCH);
    }
}
