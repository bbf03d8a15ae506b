package coalition.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions with what is right, read from a file of JSON lines:
 * {@code {"question": "...", "answers": ["..."], "document": "a.md"}}. {@code "document": null} says that nothing answers it.
 *
 * @param questions in the file's order, at least one
 */
public record QuestionSet(List<Asked> questions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public QuestionSet {
        questions = List.copyOf(questions);
    }

    /**
     * A question of the set.
     *
     * @param text the question
     * @param answers what is accepted
     * @param document the id of the document that answers it; empty where the set does not say
     * @param answerable whether the documents answer it
     */
    public record Asked(String text, AcceptedAnswers answers, Optional<String> document, boolean answerable) {}

    /** Reads a set; empty lines are passed over. Throws a {@link QuestionSetException} that names file, line and remedy. */
    public static QuestionSet read(Path file) {
        List<Asked> questions = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                questions.add(asked(lines.get(i), "line " + (i + 1) + " of '" + file + "'"));
            }
        }
        if (questions.isEmpty()) {
            throw new QuestionSetException(
                    "cannot evaluate '" + file + "': it holds no question; write one JSON object a line");
        }
        return new QuestionSet(questions);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new QuestionSetException("cannot read '" + file + "': there is no such file; check the path", e);
        } catch (IOException e) {
            throw new QuestionSetException("cannot read '" + file + "': " + e + "; give a UTF-8 text file", e);
        }
    }

    private static Asked asked(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new QuestionSetException("cannot use " + place + ": it is no JSON object; write one a line", e);
        }
        String text = node.path("question").asText("");
        if (text.isBlank()) {
            throw new QuestionSetException("cannot use " + place + ": it has no \"question\"; add one");
        }
        List<String> answers = answers(node.has("answers") ? node.path("answers") : node.path("answer"));
        Optional<String> document =
                node.hasNonNull("document") ? Optional.of(node.path("document").asText()) : Optional.empty();
        boolean said = node.path("answerable")
                .asBoolean(document.isPresent() || (!node.has("document") && !answers.isEmpty()));
        if (said && answers.isEmpty() && document.isEmpty()) {
            throw new QuestionSetException(
                    "cannot use " + place + ": it is answerable but has neither \"answers\" nor \"document\"; add one");
        }
        return new Asked(text, new AcceptedAnswers(answers), document, said);
    }

    private static List<String> answers(JsonNode node) {
        List<String> answers = new ArrayList<>();
        if (node.isTextual()) {
            answers.add(node.asText());
        }
        node.forEach(a -> answers.add(a.asText()));
        return answers;
    }
}
