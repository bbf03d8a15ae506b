package coalition.answer;

import coalition.retrieval.Passage;
import java.util.List;

/** Hears what a person may see while waiting. Nothing unverified is ever said here. */
public interface Progress {
    /** The passages that will be read. */
    default void found(List<Passage> passages) {}

    /** A statement that passed verification, in order; its citations are among those given so far. */
    default void verified(Statement statement, List<Citation> citations) {}

    /** The rule that decided to abstain, by its name ({@code threshold}, {@code absent-name}). */
    default void abstained(String rule) {}

    /** Hears nothing. */
    static Progress none() {
        return new Progress() {};
    }
}
