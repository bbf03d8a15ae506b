package coalition.retrieval;

import java.util.List;

/** Finds passages. Implementations are safe for several threads. */
public interface Retriever {
    /** The passages that fit best, best first, at most {@code query.limit()}; empty where nothing is indexed or in scope. */
    List<Passage> retrieve(Query query);
}
