package coalition.cli;

/** The command was not used as it can be. The message is one sentence with the remedy; the exit code is 2. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
