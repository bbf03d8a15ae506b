package coalition.feedback;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Feedback as lines of a question set: one JSON object a line with {@code id}, {@code question}, {@code answers} and, where it is
 * known, {@code document}. What helped is expected again; a passage somebody pasted is expected instead of what was shown. What
 * was only called wrong says nothing of what is right and becomes no line.
 */
public final class EvaluationLines {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private EvaluationLines() {}

    /** The line of one piece of feedback; empty where it says nothing of what is right. */
    public static Optional<String> of(Feedback feedback) {
        List<String> answers;
        String document = "";
        if (!feedback.passage().isBlank()) {
            answers = List.of(feedback.passage().strip());
        } else if (feedback.verdict() == Verdict.HELPFUL
                && !feedback.abstained()
                && !feedback.sources().isEmpty()) {
            answers = feedback.sources().stream().map(Source::quote).toList();
            document = feedback.sources().getFirst().document();
        } else if (feedback.verdict() == Verdict.HELPFUL && feedback.abstained()) {
            answers = List.of();
        } else {
            return Optional.empty();
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", "feedback-" + feedback.answer());
        line.put("question", feedback.question());
        line.put("answers", answers);
        if (!document.isEmpty()) {
            line.put("document", document);
        }
        return Optional.of(GSON.toJson(line));
    }

    /** The lines of all that says what is right, in the same order. */
    public static List<String> of(List<Feedback> feedback) {
        return feedback.stream()
                .map(EvaluationLines::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
