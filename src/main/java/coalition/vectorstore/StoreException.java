package coalition.vectorstore;

import java.io.IOException;

/** A store could not be opened, read or written. The message says what, why and what to do about it. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }

    /** Why something failed, in as few words as there are: what the operating system said where it said something. */
    static String reason(Throwable failure) {
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && cause.getMessage() != null) {
                said = cause.getMessage();
            }
        }
        return said;
    }
}
