package coalition.model;

import java.util.List;

/** Says where in a passage the answer to a question starts and ends. Implementations are safe for several threads. */
public interface SpanModel {
    /** One result a passage, in the same order; a passage longer than the model is read in windows and joined. */
    List<SpanLogits> read(String question, List<String> passages);

    /**
     * A question, or a statement, beside one passage.
     *
     * @param question what is asked or stated
     * @param passage where the answer is looked for
     */
    record Pair(String question, String passage) {}

    /** One result a pair, in the same order. */
    default List<SpanLogits> readEach(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> read(pair.question(), List.of(pair.passage())).getFirst())
                .toList();
    }
}
