package coalition.answer;

import coalition.document.Sentence;
import coalition.model.Encoding;
import coalition.retrieval.TermStatistics;
import java.util.Arrays;
import java.util.List;

/**
 * How well the words of a question find their like in each sentence of a passage: the best cosine of each question token with a
 * token of the sentence (MaxSim: Khattab and Zaharia, ColBERT, 2020), token vectors made in the passage's context.
 */
final class LateMatch {
    private static final double COMMON = .5;

    private final float[][] asked;
    private final double[] weights;

    LateMatch(String question, Encoding encoding, TermStatistics terms) {
        asked = Arrays.stream(encoding.tokens()).map(LateMatch::direction).toArray(float[][]::new);
        weights = new double[asked.length];
        for (int i = 0; i < weights.length; i++) {
            List<String> stems = terms.terms(word(question, encoding.starts()[i], encoding.ends()[i]));
            weights[i] = stems.isEmpty() ? COMMON : terms.idf(stems.getFirst());
        }
    }

    private static String word(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    /** A row a sentence: the mean of the best cosines weighted by idf, and the plain mean; 0 where a sentence has no tokens. */
    double[][] in(Encoding passage, int offset, List<Sentence> sentences) {
        int[] home = new int[passage.size()];
        for (int t = 0; t < home.length; t++) {
            home[t] = sentenceAt(sentences, offset + passage.starts()[t]);
        }
        double[][] best = new double[sentences.size()][asked.length];
        for (int t = 0; t < home.length; t++) {
            if (home[t] >= 0) {
                float[] token = direction(passage.tokens()[t]);
                double[] row = best[home[t]];
                for (int q = 0; q < asked.length; q++) {
                    row[q] = Math.max(row[q], dot(asked[q], token));
                }
            }
        }
        return Arrays.stream(best).map(this::means).toArray(double[][]::new);
    }

    private double[] means(double[] best) {
        double weighted = 0;
        double weight = 0;
        double plain = 0;
        for (int q = 0; q < best.length; q++) {
            weighted += weights[q] * best[q];
            weight += weights[q];
            plain += best[q];
        }
        return new double[] {weight == 0 ? 0 : weighted / weight, best.length == 0 ? 0 : plain / best.length};
    }

    private static int sentenceAt(List<Sentence> sentences, int place) {
        for (int s = 0; s < sentences.size(); s++) {
            if (place >= sentences.get(s).span().start()
                    && place < sentences.get(s).span().end()) {
                return s;
            }
        }
        return -1;
    }

    private static float[] direction(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector));
        float[] direction = new float[vector.length];
        for (int d = 0; d < direction.length && length > 0; d++) {
            direction[d] = vector[d] / length;
        }
        return direction;
    }

    private static float dot(float[] a, float[] b) {
        // four sums, so that the compiler can keep them apart and in registers
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        return s0 + s1 + s2 + s3;
    }
}
