package coalition.feedback;

/** What somebody said of an answer. */
public enum Verdict {
    HELPFUL,
    NOT_HELPFUL
}
