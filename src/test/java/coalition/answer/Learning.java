package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.model.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Learns the shipped weights from examples: the feature reader's, then how sentences are ranked, then how sure to be. */
public final class Learning {
    private static final Map<String, Double> SHARES =
            Map.of("answered", 1.0, "absent", .5, "near", .15, "twisted", .3, "unseen", .3, "untold", .6);

    private final TextEncoder encoder;
    private final Properties weights = new Properties();

    public Learning(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /** All weights; the examples' readings are those of the neural reader. */
    public Properties learn(List<Example> examples) {
        learnFeatures(examples);
        List<Example> read = examples.stream().map(this::byFeatures).toList();
        for (List<Example> kind :
                List.of(examples, read, read.stream().map(Learning::unread).toList())) {
            learnRank(kind);
            learnSure(kind);
        }
        return weights;
    }

    /** Takes weights that were learnt before. */
    public void use(Properties known) {
        weights.putAll(known);
    }

    /** The example read by features, with the weights learnt so far. */
    public Example byFeatures(Example e) {
        Reader reader = new FeatureReader(encoder, e.vectors(), e.terms(), new Weights(weights));
        return with(e, reader.read(e.question(), e.passages()));
    }

    /** The example as if nobody had read it. */
    public static Example unread(Example e) {
        return with(e, List.of());
    }

    private static Example with(Example e, List<Reading> readings) {
        return new Example(
                e.kind(),
                e.question(),
                e.terms(),
                e.vectors(),
                e.passages(),
                readings,
                e.gold(),
                e.right(),
                e.exact(),
                e.f1());
    }

    private void learnFeatures(List<Example> examples) {
        List<double[][]> options = new ArrayList<>();
        List<boolean[]> right = new ArrayList<>();
        List<double[]> passages = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        List<double[][][]> all = new ArrayList<>();
        for (Example e : examples) {
            FeatureReader reader = new FeatureReader(encoder, e.vectors(), e.terms(), new Weights(new Properties()));
            double[][][] rows = reader.clues(e.question(), e.passages());
            all.add(rows);
            if (e.kind().equals("answered") && e.gold() >= 0 && any(e.right()[e.gold()])) {
                options.add(rows[e.gold()]);
                right.add(e.right()[e.gold()]);
            }
        }
        put("features.sentence", FeatureReader.NAMES, Fitting.choice(options, right, 1e-3));
        Weights.Sum sentence = new Weights(weights).group("features.sentence", FeatureReader.NAMES);
        for (int i = 0; i < examples.size(); i++) {
            Example e = examples.get(i);
            for (int p = 0; p < all.get(i).length; p++) {
                if (all.get(i)[p].length > 0) {
                    passages.add(Arrays.stream(all.get(i)[p])
                            .max(java.util.Comparator.comparingDouble(sentence::of))
                            .orElseThrow());
                    truth.add(e.kind().equals("answered") && p == e.gold() ? 1.0 : 0.0);
                }
            }
        }
        double[] share = new double[truth.size()];
        Arrays.fill(share, 1);
        put("features.passage", FeatureReader.NAMES, Fitting.logistic(passages, array(truth), share, 1e-3));
    }

    private void learnRank(List<Example> examples) {
        List<double[][]> options = new ArrayList<>();
        List<boolean[]> right = new ArrayList<>();
        for (Example e : examples) {
            if (e.kind().equals("answered") && e.gold() >= 0 && any(e.right()[e.gold()])) {
                Clues clues = new Clues(e.terms(), e.question(), e.passages(), e.readings());
                List<double[]> rows = new ArrayList<>();
                List<Boolean> good = new ArrayList<>();
                for (int p = 0; p < e.passages().size(); p++) {
                    for (int s = 0; s < e.right()[p].length; s++) {
                        rows.add(clues.of(p, s));
                        good.add(p == e.gold() && e.right()[p][s]);
                    }
                }
                options.add(rows.toArray(double[][]::new));
                boolean[] flags = new boolean[good.size()];
                for (int i = 0; i < flags.length; i++) {
                    flags[i] = good.get(i);
                }
                right.add(flags);
            }
        }
        put("rank." + kind(examples), Clues.NAMES, Fitting.choice(options, right, 2e-3));
    }

    /** First whether the passages are about the matter at all, then whether the best sentence is right where they are. */
    private void learnSure(List<Example> examples) {
        Weights.Sum rank = new Weights(weights).group("rank." + kind(examples), Clues.NAMES);
        Labelled topic = new Labelled();
        Labelled sure = new Labelled();
        for (Example e : examples) {
            Clues clues = new Clues(e.terms(), e.question(), e.passages(), e.readings());
            List<Candidate> ranked = SentenceRanker.ranked(clues, e.passages(), rank);
            if (ranked.isEmpty() || !SHARES.containsKey(e.kind())) {
                continue;
            }
            double[] doubts = new Doubts(e.terms(), e.question(), e.passages(), e.readings()).of(clues, ranked);
            boolean right = isRight(e, ranked.getFirst());
            boolean there = !e.kind().equals("absent");
            topic.add(doubts, there ? 1 : 0, e.kind().equals("answered") || !there ? 1 : .3);
            if (there && !(right && e.kind().equals("near"))) {
                sure.add(doubts, right ? 1 : 0, SHARES.getOrDefault(e.kind(), 0d));
            }
        }
        put("topic." + kind(examples), Doubts.NAMES, topic.learn());
        put("sure." + kind(examples), Doubts.NAMES, sure.learn());
    }

    /** Doubts, whether they were unfounded, and how much each counts. */
    private static final class Labelled {
        private final List<double[]> doubts = new ArrayList<>();
        private final List<Double> truth = new ArrayList<>();
        private final List<Double> share = new ArrayList<>();

        void add(double[] row, double label, double counts) {
            doubts.add(row);
            truth.add(label);
            share.add(counts);
        }

        double[] learn() {
            return Fitting.logistic(doubts, array(truth), array(share), 5e-3);
        }
    }

    static boolean isRight(Example e, Candidate c) {
        boolean answerable = e.kind().equals("answered")
                || e.kind().equals("near")
                || e.kind().equals("gold");
        return answerable && e.right()[c.passage()][c.sentence()];
    }

    static String kind(List<Example> examples) {
        return SentenceRanker.kind(
                examples.stream().flatMap(e -> e.readings().stream()).toList());
    }

    private void put(String group, List<String> names, double[] learnt) {
        for (int i = 0; i < learnt.length; i++) {
            String name = i < names.size() ? names.get(i) : "base";
            weights.setProperty((group + "." + name).replace(' ', '-'), String.format(Locale.ROOT, "%.5g", learnt[i]));
        }
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
