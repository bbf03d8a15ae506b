package coalition.answer;

import java.time.Instant;
import java.util.List;

/**
 * An answer as it was given.
 *
 * @param id of the answer
 * @param thread where it was asked
 * @param at when it was asked
 * @param question as asked
 * @param standalone as understood
 * @param reason the code of the reason nothing was claimed; empty for an answer
 * @param rule the rule that decided to abstain; empty for an answer
 * @param mode who wrote it: {@code template} or {@code llm}
 * @param confidence 0 to 1
 * @param millis from question to answer
 * @param json the line of JSON, to the letter
 * @param passages what was read, best first: chunk id, a blank, and the score
 */
public record LoggedAnswer(
        String id,
        String thread,
        Instant at,
        String question,
        String standalone,
        String reason,
        String rule,
        String mode,
        double confidence,
        long millis,
        String json,
        List<String> passages) {
    public LoggedAnswer {
        passages = List.copyOf(passages);
    }
}
