package coalition.answer;

import coalition.answer.Draft.Support;
import coalition.model.SpanModel;
import coalition.model.TestModels;
import coalition.retrieval.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns the weights of {@link EntailmentWeights} from true and false sentences.
 *
 * <p>{@code LearnEntailment clues SENTENCES CLUES} reads lines of kind, passage and sentence (as {@link VerificationFigures}) and
 * writes a line of clues a sentence that no rule forbids. {@code LearnEntailment fit OUT CLUES...} learns from such files and writes
 * {@code entailment.properties}; it prints, by cross-validation in ten parts, what share of the true sentences is kept and of the
 * false ones caught at each threshold, those that rules forbid counted too.
 */
final class LearnEntailment {
    private static final double PENALTY = 0.002;
    private static final int PARTS = 10;
    /** Chosen by the printed table: some 96 % of the false sentences are caught. */
    private static final double STANDS = 0.74;

    /** The same, where there is no reader. */
    private static final double STANDS_BY_WORDS = 0.75;

    private final SpanModel reader = TestModels.models().reader().orElseThrow();
    private final CrossExamination examination = new CrossExamination(reader);
    private final Entailment entailment = new Entailment(ModelSamples.encoder(), Optional.of(examination));

    private LearnEntailment() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("clues")) {
            new LearnEntailment().clues(Path.of(args[1]), Path.of(args[2]));
        } else {
            fit(Path.of(args[1]), Arrays.copyOfRange(args, 2, args.length));
        }
    }

    private void clues(Path sentences, Path out) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(sentences)) {
            String[] cells = line.split("\t");
            if (cells.length == 3) {
                rows.add(cells[0] + "\t" + clues(cells[1], cells[2]) + "\t" + cells[2]);
            }
        }
        Files.write(out, rows);
    }

    /** The clues of the likeliest backing, or why all are forbidden. */
    private String clues(String text, String sentence) {
        Passage passage = VerificationFigures.passage("p.md", text);
        Wording claim = Wording.of(sentence);
        List<Support> places = List.of(new Support(0, passage.chunk().span(), List.of()));
        Entailment.Best best = entailment.best(claim, Backing.candidates(claim, places, List.of(passage)));
        if (best.measure().isEmpty()) {
            return "-" + best.why();
        }
        double[] clues = Entailment.examined(examination, best.measure().get(), List.of(passage));
        StringBuilder row = new StringBuilder();
        for (double clue : clues) {
            row.append(String.format(Locale.ROOT, "%.4f ", clue));
        }
        return row.toString().strip();
    }

    /**
     * A sentence.
     *
     * @param verbatim whether it is a source's own, which is learnt from, so that near ones stand, but not counted
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Example(boolean good, boolean verbatim, double[] clues) {
        boolean forbidden() {
            return clues.length == 0;
        }

        boolean disputed() {
            return clues[EntailmentWeights.READ.indexOf("disputed")] > 0;
        }
    }

    private static void fit(Path out, String[] files) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] cells = line.split("\t");
                double[] clues = cells[1].startsWith("-")
                        ? new double[0]
                        : Arrays.stream(cells[1].split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray();
                examples.add(new Example(cells[0].endsWith("good"), cells[0].startsWith("verbatim"), clues));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("# Learnt by coalition.answer.LearnEntailment; how is told in docs/llm.md");
        lines.addAll(sum("words", EntailmentWeights.WORDS, STANDS_BY_WORDS, examples));
        lines.addAll(sum("read", EntailmentWeights.READ, STANDS, examples));
        Files.write(out, lines);
    }

    private static List<String> sum(String group, List<String> names, double stands, List<Example> examples) {
        boolean read = names.contains("disputed");
        List<Example> open = examples.stream()
                .filter(e -> !e.forbidden() && (read || !e.disputed()))
                .toList();
        double[] weights = learn(open, names.size());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(
                    String.format(Locale.ROOT, "%s.%s=%.5g", group, names.get(i).replace(' ', '-'), weights[i]));
        }
        lines.add(String.format(Locale.ROOT, "%s.base=%.5g", group, weights[names.size()]));
        double[] sure = crossed(open, names.size());
        long good = examples.stream().filter(e -> e.good() && !e.verbatim()).count();
        long bad = examples.stream().filter(e -> !e.good()).count();
        for (double least = 0.4; least < 0.9; least += 0.02) {
            double from = least;
            long kept = IntStream.range(0, sure.length)
                    .filter(i -> open.get(i).good() && !open.get(i).verbatim() && sure[i] >= from)
                    .count();
            long passed = IntStream.range(0, sure.length)
                    .filter(i -> !open.get(i).good() && sure[i] >= from)
                    .count();
            System.out.printf(
                    "%s %.2f: kept %.3f, caught %.3f%n", group, from, (double) kept / good, 1 - (double) passed / bad);
        }
        lines.add(group + ".stands=" + stands);
        return lines;
    }

    private static double[] learn(List<Example> examples, int clues) {
        return Fitting.logistic(
                examples.stream().map(e -> Arrays.copyOf(e.clues(), clues)).toList(),
                examples.stream().mapToDouble(e -> e.good() ? 1 : 0).toArray(),
                examples.stream().mapToDouble(e -> 1).toArray(),
                PENALTY);
    }

    /** The probability of each example by weights learnt without its part. */
    private static double[] crossed(List<Example> examples, int clues) {
        int[] part = new Random(3).ints(examples.size(), 0, PARTS).toArray();
        double[] sure = new double[examples.size()];
        for (int p = 0; p < PARTS; p++) {
            int now = p;
            double[] weights = learn(
                    IntStream.range(0, part.length)
                            .filter(i -> part[i] != now)
                            .mapToObj(examples::get)
                            .toList(),
                    clues);
            Weights.Sum sum = new Weights.Sum(Arrays.copyOf(weights, clues), weights[clues]);
            for (int i = 0; i < part.length; i++) {
                if (part[i] == now) {
                    sure[i] = sum.probability(Arrays.copyOf(examples.get(i).clues(), clues));
                }
            }
        }
        return sure;
    }
}
