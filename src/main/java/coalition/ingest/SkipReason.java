package coalition.ingest;

/** Why a file is not indexed. */
public enum SkipReason {
    EMPTY("it is empty"),
    NO_TEXT("it holds no text"),
    UNREADABLE("it cannot be read"),
    ENCRYPTED("it is encrypted"),
    BINARY("it is binary"),
    TOO_LARGE("it is too large"),
    TOO_SLOW("it takes too long to read"),
    LINK_OUT("it is a link out of the folder"),
    UNSUPPORTED("its format is not supported");

    private final String words;

    SkipReason(String words) {
        this.words = words;
    }

    /** A clause that completes "skipped, since". */
    public String words() {
        return words;
    }
}
