package coalition.answer;

/** What a question asks for; it decides what a good sentence is. */
public enum Asked {
    /** A person or an organisation. */
    WHO,
    /** A date or a time. */
    WHEN,
    /** A place. */
    WHERE,
    /** A number, an amount, a size, an age. */
    HOW_MANY,
    /** A reason. */
    WHY,
    /** A way or a manner. */
    HOW,
    /** What somebody or something is. */
    DEFINITION,
    /** Whether something is so. */
    YES_NO,
    /** Several things. */
    LIST,
    /** What somebody said, in their words. */
    QUOTE,
    /** How two things differ. */
    COMPARE,
    /** Some other thing: "what", "which". */
    FACT,
    /** Whatever is said of a topic: keywords, "tell me about". */
    TOPIC,
    /** The most telling sentences of everything, or of what is said on a topic: known once they are picked ({@link Digest}). */
    SUMMARY
}
