package coalition.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One call of Slack's Web API.
 *
 * @param method its name, for messages
 * @param lane calls of one lane go one after the other
 * @param paced whether the lane keeps to Slack's one message a second
 * @param tries how often it may be tried; 0: once, and not later where Slack asks to wait
 * @param call the call
 * @param done looks whether a call whose answer was lost has arrived after all
 */
record Errand<T extends SlackApiTextResponse>(
        String method, String lane, boolean paced, int tries, Call<T> call, Supplier<Optional<T>> done) {
    /** Calls Slack once. */
    @FunctionalInterface
    interface Call<T> {
        T on(MethodsClient client) throws IOException, SlackApiException;
    }

    /** A message: paced, tried again within bounds. */
    static <T extends SlackApiTextResponse> Errand<T> message(
            String method, String channel, Call<T> call, Supplier<Optional<T>> done) {
        return new Errand<>(method, "message " + channel, true, 5, call, done);
    }

    /** Something that is done once or not at all: neither tried again nor kept waiting by a rate limit. */
    static <T extends SlackApiTextResponse> Errand<T> once(String method, String lane, Call<T> call) {
        return new Errand<>(method, lane, true, 0, call, Optional::empty);
    }

    /** Something that can be done again without harm. */
    static <T extends SlackApiTextResponse> Errand<T> repeatable(String method, String lane, int tries, Call<T> call) {
        return new Errand<>(method, lane, false, tries, call, Optional::empty);
    }
}
