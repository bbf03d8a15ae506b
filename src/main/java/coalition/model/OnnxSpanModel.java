package coalition.model;

import coalition.model.Windows.Window;
import coalition.model.WordPiece.Pieces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The reader: question and passage together through six layers, each pair by itself (padding costs more than batches save), several
 * pairs side by side on the cores that are idle.
 */
final class OnnxSpanModel implements SpanModel {
    private static final int LONGEST_QUESTION = 96;
    private static final int LONGEST = 509;
    private static final int OVERLAP = 128;

    private final Once<WordPiece> pieces;
    private final Run layers;
    private final Crew crew;

    OnnxSpanModel(Once<WordPiece> pieces, Run layers, Crew crew) {
        this.pieces = pieces;
        this.layers = layers;
        this.crew = crew;
    }

    /** Runs pieces of which those from the given place on are of the second kind. */
    @FunctionalInterface
    interface Run {
        Map<String, float[]> run(int[] ids, int second);
    }

    @Override
    public List<SpanLogits> read(String question, List<String> passages) {
        return readEach(
                passages.stream().map(passage -> new Pair(question, passage)).toList());
    }

    @Override
    public List<SpanLogits> readEach(List<Pair> pairs) {
        AtomicReferenceArray<SpanLogits> read = new AtomicReferenceArray<>(pairs.size());
        crew.run(pairs.size(), i -> read.set(i, read(pairs.get(i))));
        return IntStream.range(0, pairs.size()).mapToObj(read::get).toList();
    }

    private SpanLogits read(Pair pair) {
        int[] asked = pieces.get().split(pair.question()).ids();
        int[] cut = asked.length > LONGEST_QUESTION ? Arrays.copyOf(asked, LONGEST_QUESTION) : asked;
        return read(cut, pieces.get().split(pair.passage()));
    }

    /** Windows are compared by how much a place is above its window's own "no answer", so the joined one is 0. */
    private SpanLogits read(int[] question, Pieces passage) {
        float[] start = new float[passage.size()];
        float[] end = new float[passage.size()];
        OptionalDouble answers = OptionalDouble.empty();
        for (Window window : Windows.over(passage.size(), LONGEST - question.length, OVERLAP)) {
            Map<String, float[]> out = layers.run(sequence(question, passage, window), question.length + 2);
            place(output(out, "start"), start, window, question.length + 2);
            place(output(out, "end"), end, window, question.length + 2);
            float[] head = out.get("answers");
            if (head != null) {
                answers = OptionalDouble.of(Math.max(head[0], answers.orElse(head[0])));
            }
        }
        return new SpanLogits(passage.starts(), passage.ends(), start, end, 0, answers);
    }

    private static int[] sequence(int[] question, Pieces passage, Window window) {
        int count = window.end() - window.start();
        int[] ids = new int[question.length + count + 3];
        ids[0] = WordPiece.CLS;
        System.arraycopy(question, 0, ids, 1, question.length);
        ids[question.length + 1] = WordPiece.SEP;
        System.arraycopy(passage.ids(), window.start(), ids, question.length + 2, count);
        ids[ids.length - 1] = WordPiece.SEP;
        return ids;
    }

    private static void place(float[] from, float[] to, Window window, int first) {
        for (int i = window.from(); i < window.to(); i++) {
            to[i] = from[first + i - window.start()] - from[0];
        }
    }

    private static float[] output(Map<String, float[]> outputs, String name) {
        float[] found = outputs.get(name);
        if (found == null) {
            throw new ModelException("cannot use the reader: it has no output '" + name + "'");
        }
        return found;
    }
}
