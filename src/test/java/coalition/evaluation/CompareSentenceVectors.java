package coalition.evaluation;

import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.Encoding;
import coalition.model.ModelFiles;
import coalition.model.Models;
import coalition.model.TextEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which vectors of a passage's sentences name the answering one more often, those pooled in the passage or those of each sentence
 * read alone: {@code EVAL-FOLDER CACHE-FOLDER COUNT}.
 */
final class CompareSentenceVectors {
    private CompareSentenceVectors() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<Article> articles = Article.folder(Path.of(args[0]));
        List<String> lines = Files.readAllLines(Path.of(args[0]).resolve("questions.jsonl"));
        int asked = 0;
        int pooled = 0;
        int alone = 0;
        int both = 0;
        try (Models models = new Models(ModelFiles.in(Path.of(args[1]).resolve("models")), 1)) {
            TextEncoder encoder = models.encoder();
            for (String line : lines) {
                JsonNode node = json.readTree(line);
                Article article = articles.stream()
                        .filter(a ->
                                (a.slug() + ".md").equals(node.path("document").asText()))
                        .findFirst()
                        .orElse(articles.getFirst());
                if (asked >= Integer.parseInt(args[2])
                        || !node.hasNonNull("document")
                        || !article.slug()
                                .concat(".md")
                                .equals(node.path("document").asText())) {
                    continue;
                }
                List<String> answers = new ArrayList<>();
                node.path("answers").forEach(a -> answers.add(a.asText()));
                AcceptedAnswers accepted = new AcceptedAnswers(answers);
                String text = article.paragraphs().get(node.path("paragraph").asInt() - 1);
                float[] question =
                        encoder.encode(node.path("question").asText()).whole();
                Encoding passage = encoder.encode(text);
                List<Sentence> sentences = Article.sentences(text).stream()
                        .map(s -> new Sentence(s, s.in(text)))
                        .toList();
                List<float[]> inside = sentences.stream()
                        .map(s -> passage.pool(s.span().start(), s.span().end()))
                        .toList();
                List<float[]> apart = sentences.stream()
                        .map(s -> encoder.encode(s.text()).whole())
                        .toList();
                boolean one = accepted.in(best(question, inside, sentences));
                boolean other = accepted.in(best(question, apart, sentences));
                asked++;
                pooled += one ? 1 : 0;
                alone += other ? 1 : 0;
                both += one && other ? 1 : 0;
            }
        }
        System.out.printf(
                "%d questions: pooled %.3f, alone %.3f, both %.3f%n",
                asked, (double) pooled / asked, (double) alone / asked, (double) both / asked);
    }

    private static String best(float[] question, List<float[]> vectors, List<Sentence> sentences) {
        int best = 0;
        for (int i = 1; i < vectors.size(); i++) {
            best = World.dot(question, vectors.get(i)) > World.dot(question, vectors.get(best)) ? i : best;
        }
        Span all = sentences.get(best).span();
        return all.length() == 0 ? "" : sentences.get(best).text();
    }
}
