package coalition.retrieval;

import java.util.Map;

/** The words of what is indexed. Implementations are safe for several threads. */
public interface Vocabulary {
    /** Each word, as it is mostly written, with the number of chunks that hold it; empty where nothing is indexed. */
    Map<String, Integer> words();

    /** Grows with every change. */
    long generation();
}
