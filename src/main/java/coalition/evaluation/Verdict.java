package coalition.evaluation;

/** What became of a question. */
public enum Verdict {
    /** Answered, and what it cites holds an accepted answer. */
    RIGHT,
    /** Answered, and what it cites does not. */
    WRONG,
    /** Not answered, though the documents do. */
    SILENT,
    /** Not answered, and rightly so. */
    REFUSED,
    /** Answered, though no document does. */
    FOOLED
}
