package coalition.ingest;

/** A file whose text cannot be had; the message is a clause that says why. */
public final class UnreadableFileException extends RuntimeException {
    private final SkipReason reason;
    private final String detail;

    public UnreadableFileException(SkipReason reason) {
        this(reason, "");
    }

    /** With a detail that is added to the reason's words; blank for none. */
    public UnreadableFileException(SkipReason reason, String detail) {
        super(words(reason, detail));
        this.reason = reason;
        this.detail = detail;
    }

    public SkipReason reason() {
        return reason;
    }

    /** What is added to the reason's words; blank for nothing. */
    String detail() {
        return detail;
    }

    /** The message. */
    public String words() {
        return words(reason, detail);
    }

    private static String words(SkipReason reason, String detail) {
        return detail.isBlank() ? reason.words() : reason.words() + ": " + detail;
    }
}
