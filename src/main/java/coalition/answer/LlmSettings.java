package coalition.answer;

import coalition.model.ChatEndpoint;
import coalition.model.ChatSettings;

/**
 * How answers are written by language models; without one in {@code chat} nothing is sent anywhere.
 *
 * @param chat the models and how they are asked
 * @param concurrency how many calls may be out at once, 1 or more
 * @param dailyCap what all models may cost a day, in the currency of the prices; 0: no limit
 * @param cache whether verified answers are kept and given again
 */
public record LlmSettings(ChatSettings chat, int concurrency, double dailyCap, boolean cache) {
    public LlmSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("the number of calls at once is " + concurrency + ", not 1 or more");
        }
        if (!(dailyCap >= 0)) {
            throw new IllegalArgumentException("the daily limit is " + dailyCap + ", not 0 or more");
        }
        if (dailyCap > 0 && chat.chain().stream().noneMatch(LlmSettings::priced)) {
            throw new IllegalArgumentException("a daily limit needs the prices of the models");
        }
    }

    /** No model. */
    public static LlmSettings none() {
        return new LlmSettings(ChatSettings.none(), 4, 0, true);
    }

    /** Whether a model is set. */
    public boolean on() {
        return !chat.chain().isEmpty();
    }

    private static boolean priced(ChatEndpoint endpoint) {
        return endpoint.price().input() > 0 || endpoint.price().output() > 0;
    }
}
