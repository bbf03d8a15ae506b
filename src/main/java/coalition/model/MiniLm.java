package coalition.model;

import coalition.model.Windows.Window;
import coalition.model.WordPiece.Pieces;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** all-MiniLM-L6-v2 over whole texts. The mean of a text counts {@code [CLS]} and {@code [SEP]}, as the model was trained. */
final class MiniLm implements TextEncoder {
    private static final int LONGEST = 510;
    private static final int OVERLAP = 128;

    private final Once<WordPiece> pieces;
    private final Function<int[], Map<String, float[]>> layers;

    MiniLm(Once<WordPiece> pieces, Function<int[], Map<String, float[]>> layers) {
        this.pieces = pieces;
        this.layers = layers;
    }

    @Override
    public int dimension() {
        return WordTable.WIDTH;
    }

    @Override
    public Encoding encode(String text) {
        Pieces split = pieces.get().split(text);
        float[][] tokens = new float[split.size()][];
        double[] sum = new double[dimension()];
        for (Window window : Windows.over(split.size(), LONGEST, OVERLAP)) {
            float[] hidden = hidden(split, window);
            for (int i = window.from(); i < window.to(); i++) {
                int row = i - window.start() + 1;
                tokens[i] = Arrays.copyOfRange(hidden, row * dimension(), (row + 1) * dimension());
                add(sum, hidden, row);
            }
            add(sum, hidden, 0);
            add(sum, hidden, window.end() - window.start() + 1);
        }
        return new Encoding(split.starts(), split.ends(), tokens, direction(sum));
    }

    private float[] hidden(Pieces split, Window window) {
        int[] ids = new int[window.end() - window.start() + 2];
        ids[0] = WordPiece.CLS;
        System.arraycopy(split.ids(), window.start(), ids, 1, ids.length - 2);
        ids[ids.length - 1] = WordPiece.SEP;
        float[] hidden = layers.apply(ids).get("last_hidden_state");
        if (hidden == null) {
            throw new ModelException("cannot use the encoder: it has no output 'last_hidden_state'");
        }
        return hidden;
    }

    private static void add(double[] sum, float[] hidden, int row) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += hidden[row * sum.length + d];
        }
    }

    private static float[] direction(double[] sum) {
        double square = 0;
        for (double x : sum) {
            square += x * x;
        }
        float[] direction = new float[sum.length];
        for (int d = 0; d < sum.length && square > 0; d++) {
            direction[d] = (float) (sum[d] / Math.sqrt(square));
        }
        return direction;
    }
}
