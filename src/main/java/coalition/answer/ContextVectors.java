package coalition.answer;

import coalition.model.Encoding;

/** How near the words of a claim are to words of its source, each word's vector made in its own sentence. For one thread. */
final class ContextVectors {
    private final Encoding claim;
    private final float[][] source;

    ContextVectors(WordVectors vectors, Wording claim, Wording source) {
        this.claim = vectors.encoding(claim.text());
        this.source = directions(vectors.encoding(source.text()));
    }

    /** The cosine of a word of the claim with the nearest token of the source, -1 to 1; 0 where either has none. */
    double nearest(Term term) {
        double best = 0;
        float[] mine = claim.pool(term.start(), term.end());
        for (float[] token : source) {
            best = Math.max(best, dot(mine, token));
        }
        return best;
    }

    /** The mean over the claim's tokens of the best cosine with a token of the source. */
    double mean() {
        double sum = 0;
        float[][] tokens = directions(claim);
        for (float[] mine : tokens) {
            double best = 0;
            for (float[] token : source) {
                best = Math.max(best, dot(mine, token));
            }
            sum += best;
        }
        return tokens.length == 0 ? 0 : sum / tokens.length;
    }

    private static float[][] directions(Encoding encoding) {
        float[][] directions = new float[encoding.size()][];
        for (int i = 0; i < directions.length; i++) {
            float[] token = encoding.tokens()[i];
            double length = Math.sqrt(dot(token, token));
            directions[i] = new float[token.length];
            for (int d = 0; d < token.length && length > 0; d++) {
                directions[i][d] = (float) (token[d] / length);
            }
        }
        return directions;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int d = 0; d < one.length; d++) {
            dot += one[d] * other[d];
        }
        return dot;
    }
}
