package coalition.evaluation;

import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Spend;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The same questions answered by the template alone and with the language model.
 *
 * @param template what the template did
 * @param model what the model did, the template behind it
 * @param used what the model's answers took
 */
public record SideBySide(Report template, Report model, Spend.Totals used) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 60;

    /** How many of the model's answers are the model's own, not the template's in its place. */
    public long written() {
        return model.trials().stream()
                .filter(t -> t.answer() instanceof Grounded && t.answer().mode() == Mode.LLM)
                .count();
    }

    /** Writes {@code name.md} into a folder, which is made where it is missing; gives the file. */
    public Path write(Path folder, String name) {
        Path page = folder.resolve(name + ".md");
        try {
            Files.createDirectories(folder);
            Files.writeString(page, markdown());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the report into '" + folder + "'; give a folder that can be written to", e);
        }
    }

    /** Both as one Markdown table, then the questions that came out differently. */
    public String markdown() {
        StringBuilder page =
                new StringBuilder("# Template and language model\n\n| | template | model |\n|---|---|---|\n");
        row(page, "questions", template.trials().size(), model.trials().size());
        row(page, "right", count(template, Verdict.RIGHT), count(model, Verdict.RIGHT));
        row(page, "wrong", count(template, Verdict.WRONG), count(model, Verdict.WRONG));
        row(
                page,
                "not answered, though a document does",
                count(template, Verdict.SILENT),
                count(model, Verdict.SILENT));
        row(page, "not answered, rightly", count(template, Verdict.REFUSED), count(model, Verdict.REFUSED));
        row(page, "answered, though no document does", count(template, Verdict.FOOLED), count(model, Verdict.FOOLED));
        row(page, "citations exact", exact(template), exact(model));
        row(page, "written by the model", "-", written());
        row(page, "milliseconds: median", millis(template.median()), millis(model.median()));
        row(page, "milliseconds: 99 of 100 below", millis(template.slowest()), millis(model.slowest()));
        row(page, "calls to the model", "-", used.calls());
        row(page, "tokens: sent / written", "-", used.inputTokens() + " / " + used.outputTokens());
        row(page, "cost", "-", String.format(Locale.ROOT, "%.6f", used.cost()));
        differences(page);
        return page.toString();
    }

    private void differences(StringBuilder page) {
        StringBuilder rows = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < Math.min(template.trials().size(), model.trials().size()); i++) {
            Trial one = template.trials().get(i);
            Trial other = model.trials().get(i);
            if (one.verdict() != other.verdict() && shown++ < SHOWN) {
                rows.append("| ").append(cell(one.asked().text()));
                rows.append(" | ")
                        .append(verdict(one))
                        .append(": ")
                        .append(cell(one.answer().text()));
                rows.append(" | ")
                        .append(verdict(other))
                        .append(": ")
                        .append(cell(other.answer().text()));
                rows.append(" |\n");
            }
        }
        if (!rows.isEmpty()) {
            page.append("\n## Judged differently\n\n| question | template | model |\n|---|---|---|\n")
                    .append(rows);
        }
    }

    /** Both as one JSON object on one line. */
    public String json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("questions", template.trials().size());
        put(node.putObject("template"), template);
        ObjectNode theirs = node.putObject("model");
        put(theirs, model);
        theirs.put("written", written())
                .put("calls", used.calls())
                .put("inputTokens", used.inputTokens())
                .put("outputTokens", used.outputTokens())
                .put("cost", used.cost());
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the report as JSON", e);
        }
    }

    private static void put(ObjectNode node, Report report) {
        for (Verdict verdict : Verdict.values()) {
            node.put(verdict.name().toLowerCase(Locale.ROOT), count(report, verdict));
        }
        node.put("citations", report.citations()).put("exact", report.exact());
        node.put("medianMillis", report.median()).put("slowMillis", report.slowest());
    }

    private static int count(Report report, Verdict verdict) {
        return report.counts().getOrDefault(verdict, 0);
    }

    private static String exact(Report report) {
        return report.exact() + " of " + report.citations();
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String verdict(Trial trial) {
        return trial.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static void row(StringBuilder page, String name, Object one, Object other) {
        page.append("| ")
                .append(name)
                .append(" | ")
                .append(one)
                .append(" | ")
                .append(other)
                .append(" |\n");
    }

    private static String cell(String text) {
        String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() <= 160 ? line : line.substring(0, 159) + "\u2026";
    }
}
