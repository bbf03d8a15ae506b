package coalition.model;

/** A model could not be loaded or run; the message says which, why, and what helps. */
public final class ModelException extends RuntimeException {
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    public ModelException(String message) {
        super(message);
    }
}
