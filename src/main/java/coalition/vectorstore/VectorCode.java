package coalition.vectorstore;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns vectors of one dimension into bytes whose dot product tells their cosine. A vector is brought to length 1, rotated by a
 * fixed random rotation (signs, Walsh-Hadamard transforms over blocks and a permutation, twice) and rounded to eight bits at one
 * scale for all. The rotation spreads outlying components, so that one scale fits any model: after it a component is close to
 * normal with deviation 1/sqrt(dimension), and six deviations are kept. Immutable.
 */
final class VectorCode {
    private static final Map<Integer, VectorCode> CODES = new ConcurrentHashMap<>();
    private static final int ROUNDS = 2;
    private static final double DEVIATIONS_KEPT = 6;
    private static final double LUCENE_DOT_SCALE = 1 << 15;

    private final int dimension;
    private final float[][] signs = new float[ROUNDS][];
    private final int[][] places = new int[ROUNDS][];
    private final double scale;

    /** The code of this dimension. */
    static VectorCode of(int dimension) {
        return CODES.computeIfAbsent(dimension, VectorCode::new);
    }

    private VectorCode(int dimension) {
        this.dimension = dimension;
        SplittableRandom random = new SplittableRandom(0x5eed_0000L + dimension);
        for (int round = 0; round < ROUNDS; round++) {
            signs[round] = new float[dimension];
            places[round] = new int[dimension];
            for (int i = 0; i < dimension; i++) {
                signs[round][i] = random.nextBoolean() ? 1 : -1;
                int j = random.nextInt(i + 1);
                places[round][i] = places[round][j];
                places[round][j] = i;
            }
        }
        this.scale = 127 / Math.min(1, DEVIATIONS_KEPT / Math.sqrt(dimension));
    }

    /** The vector's bytes; all zero for a vector of zeros. */
    byte[] encode(float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "an embedding of " + vector.length + " numbers in a store of " + dimension);
        }
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        byte[] code = new byte[dimension];
        if (squares == 0) {
            return code;
        }
        float[] rotated = rotate(vector);
        double factor = scale / Math.sqrt(squares);
        for (int i = 0; i < dimension; i++) {
            code[i] = (byte) Math.clamp(Math.round(rotated[i] * factor), -127, 127);
        }
        return code;
    }

    /** The cosine behind the score that Lucene gives two codes' dot product. */
    double cosine(float score) {
        return (score - 0.5) * dimension * LUCENE_DOT_SCALE / (scale * scale);
    }

    private float[] rotate(float[] vector) {
        float[] from = vector;
        for (int round = 0; round < ROUNDS; round++) {
            float[] to = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                to[i] = from[places[round][i]] * signs[round][i];
            }
            int start = 0;
            while (start < dimension) {
                int size = Integer.highestOneBit(dimension - start);
                transform(to, start, size);
                start += size;
            }
            from = to;
        }
        return from;
    }

    /** Walsh-Hadamard transform in place, keeping lengths. */
    private static void transform(float[] values, int start, int size) {
        for (int half = 1; half < size; half *= 2) {
            for (int block = start; block < start + size; block += 2 * half) {
                for (int i = block; i < block + half; i++) {
                    float sum = values[i] + values[i + half];
                    values[i + half] = values[i] - values[i + half];
                    values[i] = sum;
                }
            }
        }
        float norm = (float) (1 / Math.sqrt(size));
        for (int i = start; i < start + size; i++) {
            values[i] *= norm;
        }
    }
}
