package coalition.evaluation;

/** A question set cannot be used; the message says why and what helps. */
public final class QuestionSetException extends RuntimeException {
    public QuestionSetException(String message) {
        super(message);
    }

    public QuestionSetException(String message, Throwable cause) {
        super(message, cause);
    }
}
