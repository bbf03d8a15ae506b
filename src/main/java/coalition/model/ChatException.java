package coalition.model;

import java.time.Duration;
import java.util.Optional;

/** A chat model gave no usable reply. The message names the model and the cause; it never holds a key or what was asked. */
public final class ChatException extends RuntimeException {
    private final Trouble trouble;
    private final transient Optional<Duration> retryAfter;

    /** What went wrong. */
    public enum Trouble {
        LATE("was late"),
        UNREACHABLE("could not be reached"),
        DENIED("refused the key"),
        LIMITED("has had too many calls"),
        BROKEN("failed"),
        EMPTY("said nothing"),
        MISUNDERSTOOD("did not accept the call"),
        NOT_FOUND("is not known at its address"),
        RESTING("is resting after failures"),
        BUSY("is busy"),
        CAPPED("has reached today's spending limit"),
        CANCELLED("was cancelled");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        /** What follows "The model" in a sentence for people. */
        public String words() {
            return words;
        }
    }

    public ChatException(String model, Trouble trouble, String detail) {
        this(model, trouble, detail, Optional.empty());
    }

    ChatException(String model, Trouble trouble, String detail, Optional<Duration> retryAfter) {
        super("no reply from '" + model + "': it " + trouble.words() + (detail.isEmpty() ? "" : " (" + detail + ")"));
        this.trouble = trouble;
        this.retryAfter = retryAfter;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** How long the server asks to wait; empty where it does not say. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the same call may succeed a little later. */
    boolean passing() {
        return trouble == Trouble.UNREACHABLE || trouble == Trouble.LIMITED || trouble == Trouble.BROKEN;
    }
}
