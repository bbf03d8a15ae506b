package coalition.slack;

import coalition.retrieval.Scope;
import coalition.summary.Summaries;
import coalition.summary.Summary;

/** Writes what the slash command knows besides answers. */
@FunctionalInterface
public interface Digests {
    /**
     * Writes one; it is empty where the documents tell nothing.
     *
     * @param kind what is wanted
     * @param topic what about, or the name for {@link Kind#WHO}; empty: everything
     * @param scope from which documents
     */
    Summary digest(Kind kind, String topic, Scope scope);

    /** Digests by these summaries. */
    static Digests of(Summaries summaries) {
        return (kind, topic, scope) -> switch (kind) {
            case SUMMARY -> topic.isEmpty() ? summaries.overview(scope) : summaries.overview(topic, scope);
            case TIMELINE -> topic.isEmpty() ? summaries.timeline(scope) : summaries.timeline(topic, scope);
            case SIDES -> summaries.sides(scope);
            case WHO -> summaries.who(topic, scope);
            case SOURCES -> summaries.sources(scope);
        };
    }

    /** What the slash command knows besides answering questions. */
    enum Kind {
        SUMMARY,
        TIMELINE,
        SIDES,
        WHO,
        SOURCES
    }
}
