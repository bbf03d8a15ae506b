package coalition.slack;

/** The bot cannot meet Slack. The message is one sentence with the cause and the remedy. */
public final class SlackStartException extends RuntimeException {
    public SlackStartException(String message) {
        super(message);
    }
}
