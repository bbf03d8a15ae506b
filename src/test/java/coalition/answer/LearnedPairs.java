package coalition.answer;

import coalition.answer.Term.Kind;
import coalition.document.SentenceSplitter;
import coalition.document.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Learns which words people use for which: {@code LearnedPairs SQUAD HELD OUT} reads SQuAD's questions (gzip, an article a line),
 * leaves out the articles of the folder {@code HELD}, and writes a pair of roots a line. Each word of a question that the answering
 * sentence does not have is shared out over the sentence's words that the question does not have, by IBM model 1 (Brown et al., The
 * Mathematics of Statistical Machine Translation, 1993), a part of it to none.
 */
final class LearnedPairs {
    private static final int ROUNDS = 6;
    private static final String NONE = "";
    private static final double TO_NONE = 3;
    private static final double FADING = 3;

    private final List<Pair> pairs = new ArrayList<>();
    private Map<String, Map<String, Double>> chances = new HashMap<>();

    /** The words of a question and of its sentence that the other does not have. */
    private record Pair(Set<String> asked, Set<String> said) {}

    private LearnedPairs() {}

    public static void main(String[] args) throws IOException {
        LearnedPairs learner = new LearnedPairs();
        learner.read(Path.of(args[0]), titles(Path.of(args[1])));
        Map<String, Map<String, Double>> counts = Map.of();
        for (int round = 0; round < ROUNDS; round++) {
            counts = learner.counted();
        }
        Files.write(Path.of(args[2]), learner.chosen(counts));
    }

    private static Set<String> titles(Path folder) throws IOException {
        Set<String> titles = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String title = Files.readString(file).replaceFirst("(?s).*?title: ([^\n]*)\n.*", "$1");
                titles.add(title.strip().toLowerCase(Locale.ROOT));
            }
        }
        return titles;
    }

    private void read(Path squad, Set<String> held) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(squad)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode article = json.readTree(line);
                String title = article.get("title").asText().replace('_', ' ').toLowerCase(Locale.ROOT);
                if (!held.contains(title)) {
                    article.get("paragraphs").forEach(this::paragraph);
                }
            }
        }
    }

    private void paragraph(JsonNode paragraph) {
        String text = paragraph.get("text").asText();
        List<Span> spans = new SentenceSplitter().split(text);
        List<Wording> sentences =
                spans.stream().map(s -> Wording.of(s.in(text))).toList();
        for (JsonNode question : paragraph.get("questions")) {
            JsonNode answer = question.get("answers").get(0);
            int at = text.indexOf(
                    answer.isTextual() ? answer.asText() : answer.get("text").asText());
            for (int i = 0; i < spans.size(); i++) {
                if (at >= spans.get(i).start() && at < spans.get(i).end()) {
                    pair(Wording.of(question.get("question").asText()), sentences.get(i));
                }
            }
        }
    }

    private void pair(Wording question, Wording sentence) {
        Set<String> asked = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        question.of(Kind.WORD).filter(t -> !has(sentence, t)).forEach(t -> asked.add(t.root()));
        sentence.of(Kind.WORD).filter(t -> !has(question, t)).forEach(t -> said.add(t.root()));
        if (!asked.isEmpty() && !said.isEmpty()) {
            said.add(NONE);
            pairs.add(new Pair(asked, said));
        }
    }

    private static boolean has(Wording wording, Term term) {
        return wording.terms().stream()
                .anyMatch(t -> t.root().equals(term.root()) || WordBook.ENGLISH.related(t.root(), term.root()));
    }

    /** How often each word stands for each, by the chances so far, and makes new chances of it. */
    private Map<String, Map<String, Double>> counted() {
        Map<String, Map<String, Double>> counts = new HashMap<>();
        for (Pair pair : pairs) {
            for (String asked : pair.asked()) {
                double all =
                        pair.said().stream().mapToDouble(s -> chance(s, asked)).sum();
                for (String said : pair.said()) {
                    double part = chance(said, asked) / all;
                    if (part > 1e-4) {
                        counts.computeIfAbsent(said, s -> new HashMap<>()).merge(asked, part, Double::sum);
                    }
                }
            }
        }
        chances = new HashMap<>();
        counts.forEach((said, asked) -> {
            double all = asked.values().stream().mapToDouble(c -> c).sum() + (said.equals(NONE) ? 0 : FADING);
            Map<String, Double> row = new HashMap<>();
            asked.forEach((word, count) -> row.put(word, count / all));
            chances.put(said, row);
        });
        return counts;
    }

    private double chance(String said, String asked) {
        double chance =
                chances.isEmpty() ? 1 : chances.getOrDefault(said, Map.of()).getOrDefault(asked, 0.0);
        return said.equals(NONE) ? TO_NONE * chance : chance;
    }

    /** Pairs that are frequent, or go both ways, and far more frequent than by chance. */
    private List<String> chosen(Map<String, Map<String, Double>> counts) {
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> said = new HashMap<>();
        pairs.forEach(pair -> pair.asked().forEach(w -> asked.merge(w, 1, Integer::sum)));
        pairs.forEach(pair -> pair.said().forEach(w -> said.merge(w, 1, Integer::sum)));
        TreeSet<String> chosen = new TreeSet<>();
        counts.forEach((source, row) -> row.forEach((word, count) -> {
            double expected = (double) said.getOrDefault(source, 1) * asked.getOrDefault(word, 1) / pairs.size();
            double lift = Math.log(count / expected);
            double back = counts.getOrDefault(word, Map.of()).getOrDefault(source, 0.0);
            boolean often = count >= 8 && lift >= 2;
            boolean both = (count >= 3 && lift >= 2.6 && back >= 1.2) || (count >= 2 && lift >= 3.5 && back >= 2);
            if ((often || both) && (word + source).matches("[a-z]{6,}") && word.length() > 2 && source.length() > 2) {
                chosen.add(word + " " + source);
            }
        }));
        return List.copyOf(chosen);
    }
}
