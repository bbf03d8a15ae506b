package coalition.evaluation;

import coalition.answer.Example;
import coalition.answer.NeuralReader;
import coalition.answer.Reading;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.evaluation.World.Found;
import coalition.model.Encoding;
import coalition.model.Models;
import coalition.retrieval.Passage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Asks each question where it is answered, of other articles, of its article without its paragraph, and twisted. What the neural
 * reader said is kept in a file, so that a second run need not read again.
 */
final class Cases {
    private static final int LIMIT = 5;
    private static final int FOLDER = 8;

    private final Shelf shelf;
    private final Words words;
    private final Models models;
    private final NeuralReader reader;
    private final boolean test;
    private final Map<String, Reading> read = new HashMap<>();
    private final PrintWriter readings;
    private final Map<String, World> worlds = new HashMap<>();
    private final Map<String, Encoding> encoded = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();

    Cases(Shelf shelf, Models models, Path kept, boolean test) throws Exception {
        this.shelf = shelf;
        this.models = models;
        this.test = test;
        words = new Words(shelf);
        reader = new NeuralReader(models.reader().orElseThrow());
        if (Files.exists(kept)) {
            Files.readAllLines(kept).forEach(this::keep);
        }
        readings = new PrintWriter(
                Files.newBufferedWriter(kept, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
        readings.println();
    }

    private void keep(String line) {
        String[] f = line.split("\t");
        if (f.length < 8 || !f[f.length - 1].equals(".")) {
            return;
        }
        List<Double> shares = new ArrayList<>();
        for (int i = 6; i < f.length - 1; i++) {
            shares.add(Double.valueOf(f[i]));
        }
        int start = Integer.parseInt(f[4]);
        Optional<Span> span = start < 0 ? Optional.empty() : Optional.of(new Span(start, Integer.parseInt(f[5])));
        read.put(f[0] + "\t" + f[1], new Reading(Double.parseDouble(f[2]), shares, span, Double.parseDouble(f[3])));
    }

    List<Example> of(List<String> lines, int count) throws Exception {
        ObjectMapper json = new ObjectMapper();
        long began = System.nanoTime();
        for (int i = 0; i < Math.min(count, lines.size()); i++) {
            add(i, json.readTree(lines.get(i)));
            if (i % 100 == 99) {
                System.out.printf("%d questions, %d s%n", i + 1, (System.nanoTime() - began) / 1_000_000_000);
            }
        }
        readings.close();
        return examples;
    }

    /** Each answered question where it is answered and among other documents, each other one where its document lies. */
    List<Example> of(List<Everyday.Asked> asked) {
        for (Everyday.Asked one : asked) {
            World own = neighbours(one.document(), 0);
            if (one.place() < 0) {
                search(new Case("untold", one.question(), List.of(), -1, -1), own, -1);
            } else {
                int gold = IntStream.range(0, shelf.chunks.size())
                        .filter(c -> shelf.articleOf.get(c) == one.document()
                                && shelf.chunks.get(c).span().start() <= one.place()
                                && one.place() < shelf.chunks.get(c).span().end())
                        .findFirst()
                        .orElse(-1);
                Case answered = new Case("answered", one.question(), List.of(one.answer()), gold, one.place());
                search(answered, own, -1);
                search(new Case("absent", one.question(), List.of(), -1, -1), neighbours(one.document(), 1), -1);
                if (test && gold >= 0) {
                    alone(new Case("gold", one.question(), List.of(one.answer()), gold, one.place()), own);
                }
            }
        }
        readings.close();
        return examples;
    }

    /** The documents of the same folder of eight, or of the next one. */
    private World neighbours(int document, int next) {
        int folders = (shelf.firstOf.size() + FOLDER - 1) / FOLDER;
        int folder = (document / FOLDER + next) % folders;
        return worlds.computeIfAbsent(
                "folder " + folder,
                k -> new World(
                        shelf,
                        words,
                        IntStream.range(0, shelf.chunks.size())
                                .filter(c -> shelf.articleOf.get(c) / FOLDER == folder)
                                .toArray()));
    }

    /** A question; {@code place} is where its answer stands in the document, -1 for wherever its words are. */
    private record Case(String kind, String question, List<String> answers, int gold, int place) {
        Case(String kind, String question, List<String> answers, int gold) {
            this(kind, question, answers, gold, -1);
        }
    }

    private void add(int number, JsonNode node) {
        String slug = node.path("article").asText();
        int article = IntStream.range(0, shelf.articles.size())
                .filter(a -> shelf.articles.get(a).slug().equals(slug))
                .findFirst()
                .orElseThrow();
        int gold = shelf.firstOf.get(article) + node.path("paragraph").asInt();
        List<String> answers = new ArrayList<>();
        node.path("answers").forEach(a -> answers.add(a.asText()));
        boolean typed = !test && number % 10 < 3;
        String question = node.path(typed ? "typed" : "question").asText();
        String size = test ? "all" : List.of("all", "few", "all", "one").get(number % 4);
        Random random = new Random(number);
        World with = world(size, article, true, random);
        search(new Case("answered", question, answers, gold), with, -1);
        search(new Case("absent", question, List.of(), -1), world(size, article, false, random), -1);
        search(new Case("near", question, answers, -1), with, gold);
        String key = test && !node.path("unseen").isNull() ? "unseen" : "twisted";
        if (!node.path(key).isNull()) {
            String twisted = node.path(key).asText();
            search(new Case(key, typed ? twisted.toLowerCase(Locale.ROOT) : twisted, List.of(), -1), with, -1);
        }
        if (test) {
            alone(new Case("gold", question, answers, gold), with);
        }
    }

    private World world(String size, int article, boolean inside, Random random) {
        int n = shelf.articles.size();
        int wanted = size.equals("all") ? n : size.equals("few") ? 5 : 1;
        List<Integer> chosen = new ArrayList<>();
        if (wanted == n) {
            IntStream.range(0, n).filter(a -> inside || a != article).forEach(chosen::add);
        } else {
            int first = inside ? article : (article + 1 + random.nextInt(n - wanted)) % n;
            IntStream.range(0, wanted).forEach(k -> chosen.add((first + k) % n));
        }
        return worlds.computeIfAbsent(
                chosen.toString(),
                k -> new World(
                        shelf,
                        words,
                        IntStream.range(0, shelf.chunks.size())
                                .filter(c -> chosen.contains(shelf.articleOf.get(c)))
                                .toArray()));
    }

    private void search(Case c, World world, int without) {
        Encoding asked = encoded.computeIfAbsent(c.question, models.encoder()::encode);
        add(c, world, world.retrieve(c.question, asked.whole(), LIMIT, without));
    }

    private void alone(Case c, World world) {
        Encoding asked = encoded.computeIfAbsent(c.question, models.encoder()::encode);
        world.retrieve(c.question, asked.whole(), shelf.chunks.size(), -1).stream()
                .filter(f -> f.chunk() == c.gold)
                .findFirst()
                .ifPresent(f -> add(c, world, List.of(f)));
    }

    private void add(Case c, World world, List<Found> found) {
        List<Passage> passages = found.stream().map(Found::passage).toList();
        List<Reading> readings = passages.stream().map(p -> read(c.question, p)).toList();
        AcceptedAnswers accepted = new AcceptedAnswers(c.answers);
        int n = passages.size();
        boolean[][] right = new boolean[n][];
        boolean[] exact = new boolean[n];
        double[] f1 = new double[n];
        int gold = -1;
        for (int p = 0; p < n; p++) {
            String text = passages.get(p).chunk().text();
            List<Sentence> sentences = passages.get(p).chunk().sentences();
            right[p] = new boolean[sentences.size()];
            for (int s = 0; s < right[p].length; s++) {
                Span span = sentences.get(s).span();
                right[p][s] = c.place < 0
                        ? accepted.in(sentences.get(s).text())
                        : c.gold >= 0
                                && shelf.articleOf.get(found.get(p).chunk()).equals(shelf.articleOf.get(c.gold))
                                && span.start() <= c.place
                                && c.place < span.end();
            }
            int from = passages.get(p).chunk().span().start();
            String spoken = readings.get(p)
                    .words()
                    .map(w -> text.substring(w.start() - from, w.end() - from))
                    .orElse("");
            exact[p] = accepted.exactly(spoken);
            f1[p] = accepted.f1(spoken);
            gold = found.get(p).chunk() == c.gold ? p : gold;
        }
        examples.add(new Example(c.kind, c.question, world, world, passages, readings, gold, right, exact, f1));
    }

    private Reading read(String question, Passage passage) {
        String key = question + "\t" + passage.chunk().id();
        Reading known = read.get(key);
        if (known == null || known.sentences().size() != passage.sentences().size()) {
            known = reader.read(question, List.of(passage)).getFirst();
            read.put(key, known);
            StringBuilder line = new StringBuilder(key + "\t" + known.answers() + "\t" + known.margin());
            line.append("\t" + known.words().map(Span::start).orElse(-1));
            line.append("\t" + known.words().map(Span::end).orElse(-1));
            known.sentences().forEach(s -> line.append("\t" + s));
            readings.println(line + "\t.");
        }
        return known;
    }
}
