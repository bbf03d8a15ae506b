package coalition.cli;

import coalition.answer.ModelLog;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One call to a language model on a terminal: what was asked, what came, and what became of each sentence. */
final class ModelCallText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelLog.Entry entry;

    ModelCallText(ModelLog.Entry entry) {
        this.entry = entry;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String spent = String.format(
                Locale.ROOT,
                "%d ms  %d tokens sent, %d written  cost %.6f",
                entry.took().toMillis(),
                entry.inputTokens(),
                entry.outputTokens(),
                entry.cost());
        lines.add(entry.asked().toString().substring(0, 19).replace('T', ' ') + "  " + Paint.line(entry.model()) + "  "
                + Paint.dim(spent));
        lines.add(labelled("question", entry.question()));
        if (!entry.standalone().equals(entry.question())) {
            lines.add(labelled("understood", entry.standalone()));
        }
        for (int i = 0; i < entry.passages().size(); i++) {
            lines.add(labelled("passage " + (i + 1), entry.passages().get(i)));
        }
        if (!entry.fault().isEmpty()) {
            lines.add(labelled("fault", entry.fault()));
        }
        if (!entry.draft().isEmpty()) {
            lines.add(labelled("draft", entry.draft()));
        }
        for (ModelLog.Line line : entry.sentences()) {
            String why = line.why().isEmpty() ? "" : "  " + Paint.dim("(" + Paint.line(line.why()) + ")");
            lines.add(labelled(line.outcome(), line.text()) + why);
        }
        return lines;
    }

    private static String labelled(String label, String text) {
        return "  " + Paint.dim(String.format(Locale.ROOT, "%-10s", label)) + "  " + Paint.line(text);
    }

    /** The same as one JSON object on one line. */
    static String json(ModelLog.Entry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("asked", entry.asked().toString())
                .put("question", entry.question())
                .put("standalone", entry.standalone())
                .put("model", entry.model())
                .put("draft", entry.draft())
                .put("inputTokens", entry.inputTokens())
                .put("outputTokens", entry.outputTokens())
                .put("cost", entry.cost())
                .put("millis", entry.took().toMillis())
                .put("fault", entry.fault());
        entry.passages().forEach(node.putArray("passages")::add);
        for (ModelLog.Line line : entry.sentences()) {
            node.withArray("sentences")
                    .addObject()
                    .put("text", line.text())
                    .put("outcome", line.outcome())
                    .put("why", line.why());
        }
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a call as JSON", e);
        }
    }
}
