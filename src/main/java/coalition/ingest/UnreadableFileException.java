package coalition.ingest;

/** A file whose text cannot be had; the message is a clause that says why. */
public final class UnreadableFileException extends RuntimeException {
    private final SkipReason reason;

    public UnreadableFileException(SkipReason reason) {
        this(reason, "");
    }

    /** With a detail that is added to the reason's words; blank for none. */
    public UnreadableFileException(SkipReason reason, String detail) {
        super(detail.isBlank() ? reason.words() : reason.words() + ": " + detail);
        this.reason = reason;
    }

    public SkipReason reason() {
        return reason;
    }
}
