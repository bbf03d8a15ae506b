package coalition.answer;

import coalition.retrieval.Passage;
import java.util.List;

/**
 * One question with what was found for it.
 *
 * @param standalone the question as understood
 * @param analysis what it asks for
 * @param passages best first; empty before the search
 * @param readings one a passage
 * @param ranking of the passages' sentences; without candidates before the search
 */
public record Inquiry(
        String standalone, QuestionAnalysis analysis, List<Passage> passages, List<Reading> readings, Ranking ranking) {
    public Inquiry {
        passages = List.copyOf(passages);
        readings = List.copyOf(readings);
    }

    /** The sentences that would be shown, best first; empty where nothing was found. */
    List<Chosen> chosen() {
        return SentenceChoice.choose(analysis, passages, ranking);
    }

    /** Before anything was searched. */
    static Inquiry before(String standalone) {
        return new Inquiry(
                standalone, QuestionAnalysis.of(standalone), List.of(), List.of(), new Ranking(List.of(), 0));
    }
}
