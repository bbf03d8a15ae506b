package coalition.answer;

import coalition.retrieval.Scope;
import java.util.List;

/** Picks the sentences that stand for many. Implementations are safe for several threads. */
public interface Digest {
    /** Picks nothing. */
    Digest NONE = (wish, scope) -> List.of();

    /** What is picked. */
    enum Kind {
        /** The most telling sentences. */
        OVERVIEW,
        /** What has a date or a time, in the order of time. */
        TIMELINE,
        /** What those who speak say. */
        SIDES,
        /** Who those are that are named most. */
        CAST,
        /** What each document begins with. */
        SOURCES
    }

    /**
     * A wish for a digest.
     *
     * @param topic what it is to tell of: the name of a document or a section for an overview, any words for a timeline; empty:
     *     everything
     */
    record Wish(Kind kind, String topic) {}

    /**
     * The sentences: those of an overview by document, the most telling document first, all others in the order of their kind.
     *
     * @return empty where nothing in scope has such a name, or nothing of that kind
     */
    List<Run> told(Wish wish, Scope scope);
}
