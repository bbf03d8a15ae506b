package coalition.answer;

import coalition.model.TextEncoder;
import coalition.retrieval.ChunkVectors;
import coalition.retrieval.Passage;
import coalition.retrieval.TermStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Reads without a trained model: how well the question's words find their like in each sentence, by the encoder's token vectors, by
 * shared words and by what kind of thing is asked for, weighed. It names no answering words. Where a chunk's token vectors are not
 * kept, the rest decides. Safe for several threads.
 */
public final class FeatureReader implements Reader {
    static final List<String> NAMES = Stream.concat(Clues.NAMES.stream(), Stream.of("late", "late plain", "kept"))
            .toList();

    private final TextEncoder encoder;
    private final ChunkVectors vectors;
    private final TermStatistics terms;
    private final Weights.Sum sentences;
    private final Weights.Sum answers;

    /**
     * A reader over one index.
     *
     * @param encoder the one the chunks were encoded with
     * @param vectors the chunks' token vectors
     * @param terms how rare words are in the index
     */
    public FeatureReader(TextEncoder encoder, ChunkVectors vectors, TermStatistics terms) {
        this(encoder, vectors, terms, Weights.shipped());
    }

    FeatureReader(TextEncoder encoder, ChunkVectors vectors, TermStatistics terms, Weights weights) {
        this.encoder = encoder;
        this.vectors = vectors;
        this.terms = terms;
        sentences = weights.group("features.sentence", NAMES);
        answers = weights.group("features.passage", NAMES);
    }

    @Override
    public List<Reading> read(String question, List<Passage> passages) {
        return passages.isEmpty()
                ? List.of()
                : Arrays.stream(clues(question, passages)).map(this::reading).toList();
    }

    /** A row of clues a sentence, by passage. */
    double[][][] clues(String question, List<Passage> passages) {
        LateMatch late = new LateMatch(question, encoder.encode(question), terms);
        Clues clues = new Clues(terms, question, passages, List.of());
        double[][][] rows = new double[passages.size()][][];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = clues(late, clues, p, passages.get(p));
        }
        return rows;
    }

    private Reading reading(double[][] rows) {
        if (rows.length == 0) {
            return new Reading(0, List.of(), Optional.empty(), 0);
        }
        double[] scores = Arrays.stream(rows).mapToDouble(sentences::of).toArray();
        int best = 0;
        for (int s = 1; s < scores.length; s++) {
            best = scores[s] > scores[best] ? s : best;
        }
        double top = scores[best];
        double sum = DoubleStream.of(scores).map(x -> Math.exp(x - top)).sum();
        List<Double> shares = DoubleStream.of(scores)
                .map(x -> Math.exp(x - top) / sum)
                .boxed()
                .toList();
        return new Reading(answers.probability(rows[best]), shares, Optional.empty(), 0);
    }

    private double[][] clues(LateMatch late, Clues clues, int number, Passage passage) {
        double[][] rows = new double[passage.chunk().sentences().size()][];
        Optional<double[][]> matches = vectors.tokens(passage.chunk())
                .map(t -> late.in(
                        t, passage.chunk().span().start(), passage.chunk().sentences()));
        for (int s = 0; s < rows.length; s++) {
            int at = s;
            double[] own = clues.of(number, s);
            double[] match = matches.map(m -> m[at]).orElse(new double[] {0, 0});
            double kept = matches.isPresent() ? 1 : 0;
            rows[s] = DoubleStream.concat(Arrays.stream(own), DoubleStream.of(match[0], match[1], kept))
                    .toArray();
        }
        return rows;
    }
}
