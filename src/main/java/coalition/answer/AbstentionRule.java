package coalition.answer;

import coalition.retrieval.Passage;
import java.util.List;
import java.util.Optional;

/** A reason not to answer, seen before anything is generated. A named list of these is asked in order; the first hit wins. */
@FunctionalInterface
public interface AbstentionRule {
    /** The reason, or empty where this rule has no objection. */
    Optional<Reason> check(String standalone, List<Passage> passages);
}
