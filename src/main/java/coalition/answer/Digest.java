package coalition.answer;

import coalition.retrieval.Scope;
import java.util.List;

/** Picks the sentences that stand for many. Implementations are safe for several threads. */
public interface Digest {
    /** Picks nothing. */
    Digest NONE = (topic, scope, most) -> List.of();

    /**
     * The most telling sentences, those of one document together as they stand there, the most telling document first.
     *
     * @param topic the name of what they are to tell of: a document's, a section's; empty: everything
     * @param most how many at most, 1 or more
     * @return empty where nothing in scope has such a name
     */
    List<Run> told(String topic, Scope scope, int most);
}
