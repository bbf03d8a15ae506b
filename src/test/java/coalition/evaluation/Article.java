package coalition.evaluation;

import coalition.document.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/** An article of a question set: paragraphs, each with the questions it answers. */
record Article(String slug, List<String> paragraphs, List<Asked> questions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\n.*?\\n---\\n", Pattern.DOTALL);
    private static final Pattern EDGE =
            Pattern.compile("[.!?][\"'\u201d\u2019)\\]]*(?:\\[\\w+\\])*\\s+(?=[\"'\u201c\u2018(\\[]*[A-Z0-9])|\\n+");
    private static final Pattern SHORTENED = Pattern.compile(
            "\\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Gov|Sen|Rep|vs|etc|No|Nos|Vol|Fig|al|c|ca"
                    + "|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|e\\.g|i\\.e|U\\.S|U\\.K|[A-Z])\\.$");

    /** A question and its accepted answers; {@code paragraph} answers it. */
    record Asked(String text, List<String> answers, int paragraph) {}

    /** A folder of Markdown files and its questions.jsonl. */
    static List<Article> folder(Path folder) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("questions.jsonl"));
        try (Stream<Path> files = Files.list(folder.resolve("documents"))) {
            for (Path file : files.sorted().toList()) {
                String text = FRONT_MATTER.matcher(Files.readString(file)).replaceFirst("");
                List<Asked> questions = new ArrayList<>();
                for (String line : lines) {
                    JsonNode node = JSON.readTree(line);
                    if (node.path("document").asText().equals(file.getFileName().toString())) {
                        questions.add(asked(node, node.path("paragraph").asInt()));
                    }
                }
                List<String> paragraphs = Stream.of(text.strip().split("\\n\\s*\\n"))
                        .map(String::strip)
                        .toList();
                articles.add(
                        new Article(slug(file.getFileName().toString().replace(".md", "")), paragraphs, questions));
            }
        }
        return articles;
    }

    /** The articles of a file with one article a line that are kept from the reader's training to learn how sure to be. */
    static List<Article> keptApart(Path gzip, List<Article> test) throws IOException {
        List<String> tested = test.stream().map(Article::slug).toList();
        List<Article> articles = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = JSON.readTree(line);
                String slug = slug(node.path("title").asText());
                if (number(slug) % 10 == 7 && !tested.contains(slug)) {
                    articles.add(of(slug, node));
                }
            }
        }
        return articles;
    }

    private static Article of(String slug, JsonNode node) {
        List<String> paragraphs = new ArrayList<>();
        List<Asked> questions = new ArrayList<>();
        for (JsonNode paragraph : node.path("paragraphs")) {
            for (JsonNode question : paragraph.path("questions")) {
                questions.add(asked(question, paragraphs.size()));
            }
            paragraphs.add(paragraph.path("text").asText());
        }
        return new Article(slug, paragraphs, questions);
    }

    private static Asked asked(JsonNode node, int paragraph) {
        List<String> answers = new ArrayList<>();
        node.path("answers").forEach(a -> answers.add(a.asText()));
        return new Asked(node.path("question").asText(), answers, paragraph);
    }

    static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** What decides on the part of the data that something belongs to. */
    static long number(String slug) {
        CRC32 crc = new CRC32();
        crc.update(slug.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** The sentences of a paragraph. */
    static List<Span> sentences(String text) {
        List<Span> found = new ArrayList<>();
        Matcher edge = EDGE.matcher(text);
        int start = 0;
        while (edge.find()) {
            String before = text.substring(Math.max(0, edge.start() - 8), edge.start() + 1);
            if (text.charAt(edge.start()) == '.' && SHORTENED.matcher(before).find()) {
                continue;
            }
            add(found, text, start, edge.end());
            start = edge.end();
        }
        add(found, text, start, text.length());
        return found;
    }

    private static void add(List<Span> found, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            found.add(new Span(start, end));
        }
    }

    /** Composed, as a document's text is. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
