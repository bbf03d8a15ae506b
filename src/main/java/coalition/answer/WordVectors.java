package coalition.answer;

import coalition.model.Encoding;
import coalition.model.TextEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** How near in meaning two words are by themselves, from the encoder; the vectors of recent words are kept. Safe for several threads. */
final class WordVectors {
    private static final int KEPT = 4000;
    private static final int TEXTS = 64;

    private final TextEncoder encoder;
    private final Map<String, Encoding> encodings = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Encoding> eldest) {
            return size() > TEXTS;
        }
    };
    private final Map<String, float[]> vectors = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > KEPT;
        }
    };

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
        synchronized (encodings) {
            Encoding known = encodings.get(text);
            if (known != null) {
                return known;
            }
        }
        Encoding made = encoder.encode(text);
        synchronized (encodings) {
            encodings.put(text, made);
        }
        return made;
    }

    private float[] vector(String text) {
        synchronized (vectors) {
            float[] known = vectors.get(text);
            if (known != null) {
                return known;
            }
        }
        float[] made = text.indexOf(' ') < 0
                ? encoder.encode(text).whole()
                : encoding(text).whole();
        synchronized (vectors) {
            vectors.put(text, made);
        }
        return made;
    }
}
