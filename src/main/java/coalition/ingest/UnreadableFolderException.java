package coalition.ingest;

/** The folder of documents cannot be read; the message says which and why. */
public final class UnreadableFolderException extends RuntimeException {
    public UnreadableFolderException(String message) {
        super(message);
    }

    public UnreadableFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
