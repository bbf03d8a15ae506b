package coalition.vectorstore;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.SplittableRandom;

/**
 * Passages that follow from a seed and a number: vectors in clusters of some two hundred, texts of words as frequent as in English
 * without its stop words (by the law of Zipf and Mandelbrot), and metadata that lets a half, a twentieth or a two-hundredth of all
 * pass. The variance of the vectors' i-th component is in proportion to i to the minus 0.7, so that they spread over some hundred
 * directions, as those of language models do; {@code -Dstore.decay=0} spreads them evenly over all, which is harder to search.
 */
final class SyntheticPassages {
    static final int DIMENSION = 384;
    private static final int CLUSTER = 200;
    private static final int WORDS = 50_000;
    /** So many of the most frequent words are left out: they would be stop words, which are not indexed. */
    private static final int STOP_WORDS = 33;

    private static final int WORDS_A_TEXT = 90;
    private static final double SPREAD = 0.8;
    private static final double[] SCALES = scales(Double.parseDouble(System.getProperty("store.decay", "0.7")));

    private final long seed;
    private final int clusters;

    SyntheticPassages(long seed, int size) {
        this.seed = seed;
        this.clusters = Integer.getInteger("store.clusters", Math.max(4, size / CLUSTER));
    }

    /** The vector of a passage, of length 1. */
    float[] vector(int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        return around(centre(random.nextInt(clusters)), SPREAD, random);
    }

    /** The vector of a question that is near to a passage, but not very. */
    float[] question(int number, int passage) {
        return around(vector(passage), 0.5, new SplittableRandom(~seed + number));
    }

    private float[] centre(int cluster) {
        return around(new float[DIMENSION], 1, new SplittableRandom(seed * 31 - 1 - cluster));
    }

    private static double[] scales(double decay) {
        double[] scales = new double[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            scales[i] = Math.pow(i + 1, -decay / 2);
            squares += scales[i] * scales[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            scales[i] *= Math.sqrt(12 / squares);
        }
        return scales;
    }

    private static float[] around(float[] centre, double spread, SplittableRandom random) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (centre[i] + spread * SCALES[i] * (random.nextDouble() - 0.5));
            squares += vector[i] * vector[i];
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    Embedding embedding(int number) {
        return Embedding.from(vector(number));
    }

    TextSegment segment(int number) {
        Metadata metadata = new Metadata()
                .put("half", number % 2)
                .put("twentieth", number % 20)
                .put("rare", number % 200)
                .put("document", "document-" + number / 50);
        return TextSegment.from(text(number, WORDS_A_TEXT), metadata);
    }

    /** Some of the passage's words and as many others. */
    String words(int passage) {
        return text(passage, 4) + " " + text(-1 - passage, 4);
    }

    private String text(int number, int words) {
        SplittableRandom random = new SplittableRandom(seed * 17 + number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            double rank = STOP_WORDS * (Math.pow(1 + (double) WORDS / STOP_WORDS, random.nextDouble()) - 1);
            text.append(i == 0 ? "" : " ").append(word((int) rank));
        }
        return text.toString();
    }

    /** Two to four syllables, rare words longer; no two ranks have the same. */
    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        int rest = rank;
        do {
            word.append("bcdfghklmnprtvwz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
            rest /= 80;
        } while (rest > 0);
        return word.append("tk").toString();
    }
}
