package coalition.answer;

import coalition.conversation.Turn;
import java.util.List;
import java.util.Optional;

/** Makes a question stand alone. Implementations are safe for several threads. */
@FunctionalInterface
public interface Rewriter {
    /**
     * The question with what it leans on filled in; as it was asked where it stands alone.
     *
     * @param turns the thread's last turns, oldest first; empty in a new thread
     */
    String standalone(String question, List<Turn> turns);

    /** Another way to understand the question, for when the first one finds no answer; empty where there is none. */
    default Optional<String> otherwise(String question, List<Turn> turns) {
        return Optional.empty();
    }
}
