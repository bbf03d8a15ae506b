package coalition.model;

/**
 * A text as a model sees it. The arrays belong to the receiver and are not to be changed.
 *
 * @param starts first unit of each token in the text
 * @param ends one past the last unit of each token
 * @param tokens one vector a token, each {@code dimension} long, not normalised
 * @param whole the embedding of the whole text, of length 1; all zeros where there are no tokens
 */
@SuppressWarnings("ArrayRecordComponent")
public record Encoding(int[] starts, int[] ends, float[][] tokens, float[] whole) {
    /** The number of tokens. */
    public int size() {
        return tokens.length;
    }

    /** The mean of the vectors of the tokens that lie in a run of the text, of length 1; all zeros where none does. */
    public float[] pool(int start, int end) {
        float[] mean = new float[whole.length];
        for (int i = 0; i < tokens.length; i++) {
            if (starts[i] >= start && ends[i] <= end) {
                for (int d = 0; d < mean.length; d++) {
                    mean[d] += tokens[i][d];
                }
            }
        }
        double square = 0;
        for (float x : mean) {
            square += (double) x * x;
        }
        if (square > 0) {
            float scale = (float) (1 / Math.sqrt(square));
            for (int d = 0; d < mean.length; d++) {
                mean[d] *= scale;
            }
        }
        return mean;
    }
}
