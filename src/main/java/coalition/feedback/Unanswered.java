package coalition.feedback;

import java.time.Instant;

/**
 * A question nothing was claimed for.
 *
 * @param question as it was asked
 * @param reason the reason's code: {@code not_in_sources}
 * @param at when
 */
public record Unanswered(String question, String reason, Instant at) {}
