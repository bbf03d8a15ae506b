package coalition.vectorstore;

/** A store could not be opened, read or written. The message says what, why and what to do about it. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
