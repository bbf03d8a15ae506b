package coalition.evaluation;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.ingest.Chunker;
import coalition.ingest.MarkdownReader;
import coalition.ingest.PlainTextReader;
import coalition.ingest.SourceFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ordinary documents and what people ask of them, of the files that {@code src/training/everyday.py} reads. */
record Everyday(List<List<Chunk>> documents, List<Asked> asked) {
    /** The last digits of the numbers of the documents that the reader never learnt from: to learn how sure to be, and to measure. */
    static final Set<Long> SURE = Set.of(7L, 8L);

    static final Set<Long> TEST = Set.of(9L);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code place}: where the answer stands in the document; -1 where it does not answer. */
    record Asked(int document, String question, String answer, int place) {}

    static Everyday read(Path folder, Set<Long> part) throws IOException {
        Everyday all = new Everyday(new ArrayList<>(), new ArrayList<>());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode node = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
                    String slug = Article.slug(node.path("title").asText());
                    if (part.contains(Article.number(slug) % 10)) {
                        all.add(slug, node);
                    }
                }
            }
        }
        return all;
    }

    /** This many questions, or all if there are fewer, evenly drawn. */
    List<Asked> some(int count) {
        double step = Math.max(1, (double) asked.size() / count);
        return IntStream.range(0, Math.min(count, asked.size()))
                .mapToObj(i -> asked.get((int) (i * step)))
                .toList();
    }

    private void add(String slug, JsonNode node) {
        String title = "# " + node.path("title").asText() + "\n\n";
        String text = title + node.path("text").asText();
        int number = documents.size();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // some are no Markdown, but files that have # in front of each line
        boolean markdown = text.lines().anyMatch(l -> !l.isBlank() && !l.startsWith("#"));
        DocumentId id = new DocumentId(slug + "-" + number + (markdown ? ".md" : ".txt"));
        SourceFile file = SourceFile.of(id, bytes, Instant.EPOCH);
        Document document = markdown ? new MarkdownReader().read(file) : new PlainTextReader().read(file);
        List<Chunk> chunks = new Chunker().chunk(document);
        documents.add(chunks);
        for (JsonNode question : node.path("questions")) {
            String answer =
                    question.path("a").isNull() ? "" : question.path("a").asText();
            int place = answer.isEmpty() ? -1 : document.text().indexOf(answer, title.length());
            if (answer.isEmpty() || isInSentence(chunks, place)) {
                asked.add(new Asked(number, question.path("q").asText(), answer, place));
            }
        }
    }

    /** Whether it is no heading's, which are not quoted. */
    private static boolean isInSentence(List<Chunk> chunks, int place) {
        return chunks.stream()
                .flatMap(c -> c.sentences().stream())
                .anyMatch(s -> s.span().start() <= place && place < s.span().end());
    }
}
