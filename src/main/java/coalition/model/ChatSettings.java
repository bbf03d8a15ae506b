package coalition.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which chat models to ask and how.
 *
 * @param chain asked in this order until one answers; empty: none is ever asked
 * @param temperature sent with each call; empty: not sent
 * @param maxTokens the longest reply, in tokens
 * @param deadline how long a question may wait for models altogether
 * @param retries how often a failed call is tried again, within the deadline
 * @param streaming whether replies are asked for piece by piece
 * @param structured when replies are asked for as JSON
 */
public record ChatSettings(
        List<ChatEndpoint> chain,
        Optional<Double> temperature,
        int maxTokens,
        Duration deadline,
        int retries,
        boolean streaming,
        Structured structured) {
    /** When replies are asked for as JSON of a given shape. */
    public enum Structured {
        /** Where the provider's own service is known to offer it. */
        AUTO,
        ON,
        OFF
    }

    public ChatSettings {
        chain = List.copyOf(chain);
        if (maxTokens < 16) {
            throw new IllegalArgumentException("a limit of " + maxTokens + " tokens is too short for an answer");
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("the deadline for models is " + deadline + ", not a time");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("the number of retries is " + retries);
        }
        temperature.filter(t -> !(t >= 0 && t <= 2)).ifPresent(t -> {
            throw new IllegalArgumentException("a temperature of " + t + " is not 0 to 2");
        });
    }

    /** No model. */
    public static ChatSettings none() {
        return of(List.of());
    }

    /** These models and the defaults. */
    public static ChatSettings of(List<ChatEndpoint> chain) {
        return new ChatSettings(chain, Optional.of(0.0), 700, Duration.ofSeconds(25), 1, true, Structured.AUTO);
    }
}
