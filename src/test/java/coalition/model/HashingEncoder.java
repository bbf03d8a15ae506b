package coalition.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for a model: each word has a vector of its own, made from its hash, and a text is the mean of its words. Words in
 * {@code whole} are one token, others two.
 */
public final class HashingEncoder implements TextEncoder {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int WIDTH = 64;

    private final Set<String> whole;
    private final AtomicInteger calls = new AtomicInteger();

    public HashingEncoder(String... whole) {
        this.whole = Set.of(whole);
    }

    /** How often it was asked. */
    public int calls() {
        return calls.get();
    }

    @Override
    public int dimension() {
        return WIDTH;
    }

    @Override
    public Encoding encode(String text) {
        calls.incrementAndGet();
        List<int[]> places = new ArrayList<>();
        List<float[]> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            float[] vector = vector(word.group());
            if (whole.contains(word.group()) || word.end() - word.start() < 2) {
                places.add(new int[] {word.start(), word.end()});
                tokens.add(vector);
            } else {
                places.add(new int[] {word.start(), word.start() + 1});
                places.add(new int[] {word.start() + 1, word.end()});
                tokens.add(vector);
                tokens.add(vector);
            }
        }
        int[] starts = places.stream().mapToInt(place -> place[0]).toArray();
        int[] ends = places.stream().mapToInt(place -> place[1]).toArray();
        Encoding bare = new Encoding(starts, ends, tokens.toArray(float[][]::new), new float[WIDTH]);
        return new Encoding(starts, ends, bare.tokens(), bare.pool(0, text.length()));
    }

    private static float[] vector(String word) {
        Random random = new Random(word.hashCode());
        float[] vector = new float[WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }
}
