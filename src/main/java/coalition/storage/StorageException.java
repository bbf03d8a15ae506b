package coalition.storage;

/** Something could not be stored or read. The message says what, why and what to do about it, for the person at the screen. */
public final class StorageException extends RuntimeException {
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
