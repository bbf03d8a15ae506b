package coalition.slack;

import java.util.Optional;

/**
 * What came of a call.
 *
 * @param response Slack's answer; empty where there was none that says ok
 * @param error Slack's word for what is wrong ({@code channel_not_found}), or {@code http_503}, {@code unreachable}; empty when ok
 * @param problem the same in a sentence; empty when ok
 */
record Outcome<T>(Optional<T> response, String error, String problem) {
    static <T> Outcome<T> done(T response) {
        return new Outcome<>(Optional.of(response), "", "");
    }

    static <T> Outcome<T> failed(String error, String problem) {
        return new Outcome<>(Optional.empty(), error, problem);
    }

    boolean isOk() {
        return response.isPresent();
    }
}
