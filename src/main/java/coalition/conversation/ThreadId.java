package coalition.conversation;

/**
 * Names a thread of questions. Faces make it from everything that tells two conversations apart (Slack: team, channel and
 * thread), so that nothing of one shows in another.
 *
 * @param value never blank
 */
public record ThreadId(String value) {
    public ThreadId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a thread id is blank");
        }
    }
}
