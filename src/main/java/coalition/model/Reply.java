package coalition.model;

/**
 * What a chat model answered.
 *
 * @param text never blank
 * @param inputTokens what was sent, as the model counts or, where it does not say, a quarter of the characters
 * @param outputTokens what was written, likewise
 */
public record Reply(String text, int inputTokens, int outputTokens) {}
