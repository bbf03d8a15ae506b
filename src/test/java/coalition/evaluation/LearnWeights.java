package coalition.evaluation;

import coalition.answer.Example;
import coalition.answer.LearnedFigures;
import coalition.answer.Learning;
import coalition.answer.LevelsPlot;
import coalition.model.Encoding;
import coalition.model.ModelFiles;
import coalition.model.Models;
import coalition.model.TextEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns the shipped weights and measures them: {@code EVAL-FOLDER TRAIN.jsonl.gz CACHE-FOLDER TRAIN-QUESTIONS COUNT
 * TEST-QUESTIONS COUNT OUT.properties [EVERYDAY-FOLDER COUNT]}; see docs/evaluation.md. A count of 0 to learn from: the weights of OUT are measured.
 * The test also draws {@code levels.svg} beside OUT.
 */
final class LearnWeights {
    private LearnWeights() {}

    public static void main(String[] args) throws Exception {
        Path cache = Files.createDirectories(Path.of(args[2]));
        List<Article> eval = Article.folder(Path.of(args[0]));
        ModelFiles files = ModelFiles.in(cache.resolve("models"));
        Path target = Path.of(args[7]);
        try (Models models = new Models(files, 1)) {
            String model = "-" + Files.size(files.reader().orElseThrow()) + "-"
                    + Files.getLastModifiedTime(files.reader().orElseThrow()).toMillis() + ".tsv";
            Learning learning = new Learning(new Remembered(models.encoder(), new ConcurrentHashMap<>()));
            Properties weights = new Properties();
            if (Integer.parseInt(args[4]) > 0) {
                Shelf shelf = new Shelf(Article.keptApart(Path.of(args[1]), eval));
                shelf.encode(models.encoder(), cache.resolve("train-titled.bin"));
                List<Example> examples = new Cases(shelf, models, cache.resolve("readings-titled-train" + model), false)
                        .of(Files.readAllLines(Path.of(args[3])), Integer.parseInt(args[4]));
                if (args.length > 8) {
                    examples.addAll(everyday(args[8], Everyday.SURE, args[9], models, cache, "sure" + model));
                }
                weights = learning.learn(examples);
                write(weights, target);
                report("learnt from", new LearnedFigures(weights), learning, examples);
            } else {
                try (var in = Files.newInputStream(target)) {
                    weights.load(in);
                }
                learning.use(weights);
            }
            if (Integer.parseInt(args[6]) > 0) {
                Shelf shelf = new Shelf(eval);
                shelf.encode(models.encoder(), cache.resolve("eval-titled.bin"));
                List<Example> examples = new Cases(shelf, models, cache.resolve("readings-titled-eval" + model), true)
                        .of(Files.readAllLines(Path.of(args[5])), Integer.parseInt(args[6]));
                report("test", new LearnedFigures(weights), learning, examples);
                if (args.length > 8) {
                    report(
                            "everyday",
                            new LearnedFigures(weights),
                            learning,
                            everyday(args[8], Everyday.TEST, args[9], models, cache, "test" + model));
                }
                Files.writeString(target.resolveSibling("levels.svg"), new LevelsPlot(weights).of(examples));
            }
        }
    }

    private static List<Example> everyday(
            String folder, Set<Long> part, String count, Models models, Path cache, String name) throws Exception {
        Everyday documents = Everyday.read(Path.of(folder), part);
        boolean test = part.equals(Everyday.TEST);
        Shelf shelf = Shelf.of(documents.documents());
        Path encoded = cache.resolve("everyday-" + documents.documents().hashCode() + "-" + name + ".bin");
        shelf.encode(models.encoder(), encoded);
        return new Cases(shelf, models, cache.resolve("readings-everyday-" + name), test)
                .of(documents.some(Integer.parseInt(count)));
    }

    /** Encodes a text once. */
    private record Remembered(TextEncoder encoder, Map<String, Encoding> known) implements TextEncoder {
        @Override
        public int dimension() {
            return encoder.dimension();
        }

        @Override
        public Encoding encode(String text) {
            return known.computeIfAbsent(text, encoder::encode);
        }
    }

    private static void report(String name, LearnedFigures figures, Learning learning, List<Example> examples) {
        Map<String, String> neural = figures.of(examples);
        List<Example> read = examples.stream().map(learning::byFeatures).toList();
        Map<String, String> features = figures.of(read);
        Map<String, String> unread =
                figures.of(read.stream().map(Learning::unread).toList());
        System.out.println("| " + name + " | neural | features | no reader |");
        System.out.println("|---|---|---|---|");
        neural.forEach((k, v) ->
                System.out.println("| " + k + " | " + v + " | " + features.get(k) + " | " + unread.get(k) + " |"));
    }

    private static void write(Properties weights, Path target) throws Exception {
        StringBuilder text =
                new StringBuilder("# Learnt by coalition.evaluation.LearnWeights; how is told in docs/evaluation.md\n");
        new TreeMap<>(weights).forEach((k, v) -> text.append(k + "=" + v + "\n"));
        Files.writeString(target, text);
    }
}
