package coalition.answer;

import coalition.document.Span;
import java.util.List;
import java.util.Optional;

/**
 * The sentences that may answer a question, and how sure it is that the best one does.
 *
 * @param candidates best first; every sentence of every passage once; empty where there are no passages
 * @param confidence the calibrated probability that the passages answer the question and that the first candidate is the answer, 0 to 1
 */
public record Ranking(List<Candidate> candidates, double confidence) {
    public Ranking {
        candidates = List.copyOf(candidates);
    }

    /**
     * A sentence that may answer.
     *
     * @param passage index of its passage among those given, from 0
     * @param sentence index of the sentence in the passage's chunk, from 0
     * @param score what candidates are ordered by; comparable within one ranking only
     * @param probability that this one is the answer if one of the candidates is; all candidates' sum to 1
     * @param words the reader's answering words that start in this sentence, in document offsets; empty where it names none here
     */
    public record Candidate(int passage, int sentence, double score, double probability, Optional<Span> words) {}
}
