package coalition.answer;

import coalition.answer.CrossExamination.Finding;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Two logistic sums over the clues of {@link Entailment}, without and with what the reader said. The numbers and the probabilities
 * from which on a claim stands were learnt by {@code LearnEntailment}; docs/llm.md says from what.
 */
final class EntailmentWeights {
    /** Names this version of the checks: what an older one let through is checked again. */
    static final String NAME = "5";

    /** The clues of words, in order. */
    static final List<String> WORDS =
            List.of("strange words", "kin words", "cosine", "parts", "length", "strange", "likeness", "whole");

    /** The clues of words and of the reader, in order. */
    static final List<String> READ = Stream.concat(
                    WORDS.stream(), Stream.of("rivals", "turned", "agrees", "answers", "doubted", "disputed"))
            .toList();

    static final EntailmentWeights SHIPPED = new EntailmentWeights(Weights.shipped("entailment.properties"));

    private final Weights.Sum words;
    private final Weights.Sum read;
    private final double leastOfWords;
    private final double leastOfRead;

    EntailmentWeights(Weights weights) {
        words = weights.group("words", WORDS);
        read = weights.group("read", READ);
        leastOfWords = weights.number("words.stands");
        leastOfRead = weights.number("read.stands");
    }

    /** The probability that a claim with these clues of words is true. */
    double probability(double[] clues) {
        return words.probability(clues);
    }

    /** Whether a claim with these clues of words stands, where there is no reader. */
    boolean stands(double[] clues) {
        return words.probability(clues) >= leastOfWords;
    }

    /** Whether a claim with these clues stands, those of {@link #read} among them. */
    boolean standsRead(double[] clues) {
        return read.probability(clues) >= leastOfRead;
    }

    /**
     * The clues of words and those of the reader.
     *
     * @param answers its logit that the passage says the claim
     * @param disputed whether words of the source may say otherwise
     */
    static double[] read(double[] words, List<Finding> findings, double answers, boolean disputed) {
        List<Finding> named = findings.stream().filter(Finding::named).toList();
        return DoubleStream.concat(
                        DoubleStream.of(words),
                        DoubleStream.of(
                                named.stream()
                                        .mapToDouble(Finding::rivals)
                                        .average()
                                        .orElse(0.1),
                                named.stream()
                                        .mapToDouble(Finding::turned)
                                        .max()
                                        .orElse(0.1),
                                findings.stream()
                                        .mapToDouble(Finding::agrees)
                                        .average()
                                        .orElse(0.5),
                                answers,
                                Math.min(0, answers),
                                disputed ? 1 : 0))
                .toArray();
    }
}
