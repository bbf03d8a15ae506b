package coalition.feedback;

import java.time.Instant;
import java.util.List;

/** Keeps what people said of answers. Implementations are safe for several threads. */
public interface FeedbackLog {
    /** Keeps it, in place of what the same person said of the same answer before; durable when the call returns. */
    void record(Feedback feedback);

    /** How many said what from this time on. */
    Tally since(Instant from);

    /** What was said from this time on, newest first, at most {@code limit}; empty where nobody said anything. */
    List<Feedback> list(Instant from, int limit);

    /** Removes what this person said; how much it was. */
    int forget(String person);

    /** Removes what anybody said of this answer; how much it was. */
    int forgetAnswer(String answer);

    /** Removes what was said before this time; how much it was. */
    int forgetBefore(Instant time);
}
