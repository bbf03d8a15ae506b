package coalition.retrieval;

/**
 * What to look for.
 *
 * @param text the question or keywords, standalone
 * @param limit how many passages at most, 1 or more
 * @param scope the documents to look in
 */
public record Query(String text, int limit, Scope scope) {
    public Query {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " passages");
        }
    }
}
