package coalition.model;

/**
 * What a chat model answered.
 *
 * @param text never blank
 * @param inputTokens what was sent, as the model counts or, where it does not say, a quarter of the characters
 * @param outputTokens what was written, likewise
 * @param cut whether it ends in the middle, because it may not be longer
 */
public record Reply(String text, int inputTokens, int outputTokens, boolean cut) {
    /** A reply that is whole. */
    public Reply(String text, int inputTokens, int outputTokens) {
        this(text, inputTokens, outputTokens, false);
    }
}
