package coalition.evaluation;

import coalition.answer.Asked;
import coalition.answer.Caution;
import coalition.answer.QuestionAnalysis;
import coalition.evaluation.Report.Group;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A report on paper: Markdown with a plot beside it as SVG, or one JSON object. */
public final class Papers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 40;

    private static final List<Verdict> KINDS =
            List.of(Verdict.RIGHT, Verdict.WRONG, Verdict.SILENT, Verdict.REFUSED, Verdict.FOOLED);

    private final Report report;

    public Papers(Report report) {
        this.report = report;
    }

    /** Writes {@code name.md} and {@code name.svg} into a folder, which is made where it is missing; gives the Markdown file. */
    public Path write(Path folder, String name) {
        Path page = folder.resolve(name + ".md");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".svg"), new Plot(report).svg());
            Files.writeString(page, markdown(name + ".svg"));
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the report into '" + folder + "'; give a folder that can be written to", e);
        }
    }

    /** The report as Markdown. */
    public String markdown(String plot) {
        StringBuilder page = new StringBuilder("# Evaluation\n\n| figure | value |\n|---|---|\n");
        int answerable = count(Verdict.RIGHT) + count(Verdict.WRONG) + count(Verdict.SILENT);
        int others = count(Verdict.REFUSED) + count(Verdict.FOOLED);
        row(page, "questions", answerable + " answerable, " + others + " not");
        row(
                page,
                "answerable: right / wrong / not answered",
                count(Verdict.RIGHT) + " / " + count(Verdict.WRONG) + " / " + count(Verdict.SILENT));
        row(page, "not answerable: not answered / answered", count(Verdict.REFUSED) + " / " + count(Verdict.FOOLED));
        row(page, "citations exact", report.exact() + " of " + report.citations());
        if (!report.found().isEmpty()) {
            row(
                    page,
                    "an answer in the first 1 / 3 / 5 / 10 passages",
                    String.join(
                            " / ", report.found().stream().map(Papers::number).toList()));
        }
        row(page, "AUROC, answerable against not", number(report.auroc()));
        row(page, "AUROC, right against all others", number(report.rightAuroc()));
        row(page, "expected calibration error", number(report.calibrationError()));
        row(page, "marked words: exact match / F1", number(report.wordsExact()) + " / " + number(report.wordsF1()));
        row(page, "milliseconds: median / 99 of 100 below", number(report.median()) + " / " + number(report.slowest()));
        page.append("\n![confidence and right answers](").append(plot).append(")\n");
        appendKinds(page);
        appendTrials(page, Verdict.WRONG, "Answered wrongly");
        appendTrials(page, Verdict.FOOLED, "Answered, though no document does");
        appendTrials(page, Verdict.SILENT, "Not answered, though a document does");
        return page.toString();
    }

    private void appendKinds(StringBuilder page) {
        page.append(
                        "\n## By kind of question\n\n| asked for | right | wrong | not answered | rightly refused | fooled |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Asked kind : Asked.values()) {
            List<Trial> trials = report.trials().stream()
                    .filter(t -> QuestionAnalysis.of(t.asked().text()).asked() == kind)
                    .toList();
            if (!trials.isEmpty()) {
                page.append("| ").append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                for (Verdict verdict : KINDS) {
                    page.append(" | ")
                            .append(trials.stream()
                                    .filter(t -> t.verdict() == verdict)
                                    .count());
                }
                page.append(" |\n");
            }
        }
    }

    private void appendTrials(StringBuilder page, Verdict verdict, String title) {
        List<Trial> trials = report.trials().stream()
                .filter(t -> t.verdict() == verdict)
                .limit(SHOWN)
                .toList();
        if (trials.isEmpty()) {
            return;
        }
        page.append("\n## ")
                .append(title)
                .append("\n\n| question | accepted | cited first | confidence |\n|---|---|---|---|\n");
        for (Trial trial : trials) {
            String cited = trial.answer().citations().isEmpty()
                    ? ""
                    : trial.answer().citations().getFirst().quote();
            page.append("| ").append(cell(trial.asked().text()));
            page.append(" | ")
                    .append(cell(String.join("; ", trial.asked().answers().texts())));
            page.append(" | ")
                    .append(cell(cited))
                    .append(" | ")
                    .append(number(trial.answer().confidence()))
                    .append(" |\n");
        }
    }

    /** The report as one JSON object on one line. */
    public String json() {
        ObjectNode node = JSON.createObjectNode();
        for (Verdict verdict : Verdict.values()) {
            node.put(verdict.name().toLowerCase(Locale.ROOT), count(verdict));
        }
        node.put("citations", report.citations()).put("exact", report.exact());
        report.found().forEach(node.putArray("found")::add);
        put(node, "auroc", report.auroc());
        put(node, "rightAuroc", report.rightAuroc());
        node.put("calibrationError", report.calibrationError());
        put(node, "wordsExact", report.wordsExact());
        put(node, "wordsF1", report.wordsF1());
        node.put("medianMillis", report.median()).put("slowMillis", report.slowest());
        for (Caution caution : Caution.values()) {
            node.put(caution.name().toLowerCase(Locale.ROOT), caution.threshold());
        }
        for (Group group : report.groups()) {
            node.withArray("groups")
                    .addObject()
                    .put("confidence", group.confidence())
                    .put("right", group.right())
                    .put("size", group.size());
        }
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the report as JSON", e);
        }
    }

    private int count(Verdict verdict) {
        return report.counts().getOrDefault(verdict, 0);
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String cell(String text) {
        String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() <= 160 ? line : line.substring(0, 159) + "\u2026";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
