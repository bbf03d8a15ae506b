package coalition.model;

import java.util.List;

/** Says where in a passage the answer to a question starts and ends. Implementations are safe for several threads. */
public interface SpanModel {
    /** One result a passage, in the same order; a passage longer than the model is read in windows and joined. */
    List<SpanLogits> read(String question, List<String> passages);
}
