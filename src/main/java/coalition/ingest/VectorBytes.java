package coalition.ingest;

import coalition.model.Encoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors as bytes, little-endian. {@code exact}: the floats. {@code rounded}: count, dimension, then for each vector a scale and one
 * signed byte a number, so that number = scale * byte. Token vectors carry the start and end of each token before.
 */
final class VectorBytes {
    private static final int STEPS = 127;

    private VectorBytes() {}

    static byte[] exact(float[] vector) {
        byte[] bytes = new byte[vector.length * Float.BYTES];
        wrap(bytes).asFloatBuffer().put(vector);
        return bytes;
    }

    static float[] exact(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    static byte[] rounded(List<float[]> vectors) {
        int dimension = vectors.isEmpty() ? 0 : vectors.get(0).length;
        byte[] bytes = new byte[2 * Integer.BYTES + vectors.size() * (Float.BYTES + dimension)];
        ByteBuffer out = wrap(bytes).putInt(vectors.size()).putInt(dimension);
        vectors.forEach(vector -> put(out, vector));
        return bytes;
    }

    static List<float[]> rounded(byte[] bytes) {
        ByteBuffer in = wrap(bytes);
        int count = in.getInt();
        int dimension = in.getInt();
        List<float[]> vectors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            vectors.add(get(in, dimension));
        }
        return vectors;
    }

    static byte[] tokens(Encoding encoding) {
        byte[] vectors = rounded(List.of(encoding.tokens()));
        byte[] bytes = new byte[Integer.BYTES + 2 * Integer.BYTES * encoding.size() + vectors.length];
        ByteBuffer out = wrap(bytes).putInt(encoding.size());
        for (int i = 0; i < encoding.size(); i++) {
            out.putInt(encoding.starts()[i]).putInt(encoding.ends()[i]);
        }
        out.put(vectors);
        return bytes;
    }

    static Encoding tokens(byte[] bytes, float[] whole) {
        ByteBuffer in = wrap(bytes);
        int count = in.getInt();
        int[] starts = new int[count];
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = in.getInt();
            ends[i] = in.getInt();
        }
        in.getInt();
        int dimension = in.getInt();
        float[][] tokens = new float[count][];
        for (int i = 0; i < count; i++) {
            tokens[i] = get(in, dimension);
        }
        return new Encoding(starts, ends, tokens, whole);
    }

    private static void put(ByteBuffer bytes, float[] vector) {
        float most = 0;
        for (float x : vector) {
            most = Math.max(most, Math.abs(x));
        }
        float scale = most / STEPS;
        bytes.putFloat(scale);
        for (float x : vector) {
            bytes.put((byte) (scale == 0 ? 0 : Math.round(x / scale)));
        }
    }

    private static float[] get(ByteBuffer in, int dimension) {
        float scale = in.getFloat();
        float[] vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = scale * in.get();
        }
        return vector;
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
