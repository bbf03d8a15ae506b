package coalition.retrieval;

import java.util.List;

/** How rare words are in what is indexed. Implementations are safe for several threads. */
public interface TermStatistics {
    /** The terms of a text in order: lower-case stems without marks; empty for a text without words. */
    List<String> terms(String text);

    /** ln(1 + (N - n + 0.5) / (n + 0.5)) with N chunks, n of them holding the term; highest for a term unknown here. */
    double idf(String term);
}
