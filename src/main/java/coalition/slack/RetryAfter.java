package coalition.slack;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long Slack asks to wait: the header is a number of seconds, a date, missing, or nonsense. */
final class RetryAfter {
    private static final Duration UNSAID = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryAfter() {}

    /** From nothing to ten minutes; a second where the header says nothing that can be understood. */
    static Duration read(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return UNSAID;
        }
        String value = header.strip();
        Duration wait;
        if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            wait = Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1_000));
        } else {
            try {
                wait = Duration.between(
                        clock.instant(),
                        ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException e) {
                return UNSAID;
            }
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
