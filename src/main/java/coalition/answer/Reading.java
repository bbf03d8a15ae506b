package coalition.answer;

import coalition.document.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a reader made of a passage.
 *
 * @param answers the probability that the passage answers the question, 0 to 1; not calibrated
 * @param sentences the share of the answer's probability that lies in each sentence of the chunk, in order; sums to at most 1
 * @param words the answering words, in document offsets; empty where the reader names none
 * @param margin how much better the words are than "no answer", in logits; 0 where the reader names none
 */
public record Reading(double answers, List<Double> sentences, Optional<Span> words, double margin) {
    public Reading {
        sentences = List.copyOf(sentences);
    }
}
