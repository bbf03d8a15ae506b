package coalition.answer;

import coalition.answer.CrossExamination.Finding;
import java.util.List;

/**
 * Two logistic sums over the features of {@link Entailment}, without and with what the reader said, fitted to the sentences of
 * docs/llm.md (the half for learning).
 */
final class EntailmentWeights {
    /** Names this version of the checks: what an older one let through is checked again. */
    static final String NAME = "3";

    /** Claims at or above stand, where there is no reader. */
    static final double PLAIN = 0.65;

    /** Claims at or above stand, where there is a reader. */
    static final double EXAMINED = 0.65;

    private static final double LONGEST = Math.log(9);

    private EntailmentWeights() {}

    static double plain(double[] f) {
        return logistic(
                -1.223 - 0.283 * f[1] + 1.967 * f[3] - 0.972 * f[6] + 0.349 * Math.min(LONGEST, f[7]) - 7.992 * f[8]);
    }

    static double examined(double[] f, List<Finding> findings) {
        double rivals = findings.stream()
                .filter(Finding::named)
                .mapToDouble(Finding::rivals)
                .average()
                .orElse(0.1);
        double turned = findings.stream()
                .filter(Finding::named)
                .mapToDouble(Finding::turned)
                .max()
                .orElse(0.1);
        double agrees = findings.stream().mapToDouble(Finding::agrees).average().orElse(0.5);
        double words =
                -0.161 - 0.283 * f[1] + 0.911 * f[3] - 0.829 * f[6] + 0.241 * Math.min(LONGEST, f[7]) - 8.547 * f[8];
        return logistic(words - 1.974 * rivals - 0.602 * turned + 0.533 * agrees);
    }

    private static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
