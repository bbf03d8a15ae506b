package coalition.answer;

import coalition.model.Encoding;
import coalition.model.TextEncoder;

/** How near in meaning two words are by themselves, from the encoder; the vectors of recent words are kept. Safe for several threads. */
final class WordVectors {
    private static final int KEPT = 4000;
    private static final int TEXTS = 64;

    private final TextEncoder encoder;
    private final Recent<Encoding> encodings = new Recent<>(TEXTS);
    private final Recent<float[]> vectors = new Recent<>(KEPT);

    WordVectors(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /** The cosine of two texts, -1 to 1. */
    double cosine(String one, String other) {
        float[] a = vector(one);
        float[] b = vector(other);
        double dot = 0;
        for (int d = 0; d < a.length; d++) {
            dot += a[d] * b[d];
        }
        return dot;
    }

    /** The text with a vector a token. */
    Encoding encoding(String text) {
        return encodings.of(text, encoder::encode);
    }

    private float[] vector(String text) {
        return vectors.of(
                text,
                t -> t.indexOf(' ') < 0
                        ? encoder.encode(t).whole()
                        : encoding(t).whole());
    }
}
