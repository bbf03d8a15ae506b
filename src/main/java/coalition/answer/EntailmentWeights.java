package coalition.answer;

/** The weights of {@link Entailment}: a logistic sum over its features, set by hand on the sentences of docs/llm.md. */
final class EntailmentWeights {
    private static final double BIAS = 4;
    private static final double[] WEIGHTS = {-9, -0.8, -0.5, 2.0, -1.0, -0.5, -0.5, 0};

    /** Claims at or above stand. */
    static final double THRESHOLD = 0.8;

    private EntailmentWeights() {}

    static double probability(double[] features) {
        double sum = BIAS;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
