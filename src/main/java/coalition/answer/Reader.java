package coalition.answer;

import coalition.retrieval.Passage;
import java.util.List;

/** Reads passages for a question. Implementations are safe for several threads. */
public interface Reader {
    /** One reading a passage, in the same order; empty for no passages. */
    List<Reading> read(String question, List<Passage> passages);
}
