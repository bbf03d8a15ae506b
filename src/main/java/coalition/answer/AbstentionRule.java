package coalition.answer;

import java.util.Optional;

/**
 * A reason not to answer. A list of these is asked in order and the first hit wins: some on the words of the question alone, some
 * on what was found for it. Implementations are safe for several threads.
 */
public interface AbstentionRule {
    /** Its name, as {@code why} and the answer log show it: {@code absent-name}. */
    String name();

    /** The refusal, or empty where this rule has no objection. */
    Optional<Refusal> check(Inquiry inquiry);

    /** The confidence, 0 to 1, from which this rule is not heard: what it knows of words is less than what was learnt. Above 1: never. */
    default double overruledAt() {
        return 2;
    }

    /**
     * Why nothing is claimed.
     *
     * @param reason the kind
     * @param text one or two plain sentences for the asker; empty: the pipeline words it
     */
    record Refusal(Reason reason, String text) {}
}
