package coalition.vectorstore;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.SplittableRandom;

/**
 * Passages that follow from a seed and a number: vectors in clusters of some two hundred, texts of words as frequent as Zipf says,
 * and metadata that lets a half, a twentieth or a two-hundredth of all pass.
 */
final class SyntheticPassages {
    static final int DIMENSION = 384;
    private static final int CLUSTER = 200;
    private static final int WORDS = 50_000;
    private static final int WORDS_A_TEXT = 90;
    private static final double SPREAD = 0.8;

    private final long seed;
    private final int clusters;

    SyntheticPassages(long seed, int size) {
        this.seed = seed;
        this.clusters = Math.max(4, size / CLUSTER);
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

    private static float[] around(float[] centre, double spread, SplittableRandom random) {
        double step = spread * Math.sqrt(12.0 / DIMENSION);
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (centre[i] + step * (random.nextDouble() - 0.5));
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
            int rank = (int) Math.pow(WORDS, random.nextDouble());
            text.append(i == 0 ? "" : " ");
            for (int rest = rank; rest > 0; rest /= 20) {
                text.append("bcdfghklmnprtvwzaiou".charAt(rest % 20));
            }
        }
        return text.toString();
    }
}
