package coalition.ingest;

/**
 * A file that is not indexed.
 *
 * @param file its path below the folder
 * @param reason why, for code
 * @param words why, for people: a clause such as "it is encrypted"
 */
public record Skipped(String file, SkipReason reason, String words) {
    /** One line for a screen: {@code 'a.pdf': it is encrypted}. */
    public String line() {
        return "'" + file + "': " + words;
    }
}
