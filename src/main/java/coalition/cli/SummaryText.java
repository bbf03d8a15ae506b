package coalition.cli;

import coalition.answer.Citation;
import coalition.summary.Summary;
import java.util.stream.Collectors;

/** A summary as a terminal shows it: sections of lines, below them each citation with its exact words. */
final class SummaryText {
    private static final String INDENT = "  ";

    private final Paint paint;

    SummaryText(Paint paint) {
        this.paint = paint;
    }

    /** The whole summary, with a line break at its end. */
    String of(Summary summary) {
        StringBuilder text = new StringBuilder("\n");
        text.append(paint.block(INDENT, Paint.bold(Paint.line(summary.title()))));
        for (Summary.Section section : summary.sections()) {
            text.append('\n');
            if (!section.heading().isBlank()) {
                text.append(paint.block(INDENT, Paint.green(Paint.line(section.heading()))));
            }
            for (Summary.Line line : section.lines()) {
                text.append(line(line));
            }
        }
        if (!summary.notice().isBlank()) {
            text.append('\n').append(paint.block(INDENT, Paint.yellow("○") + " " + Paint.line(summary.notice())));
        }
        if (!summary.citations().isEmpty()) {
            text.append('\n');
        }
        AnswerText places = new AnswerText(paint);
        for (Citation citation : summary.citations()) {
            text.append(places.place(citation));
        }
        return text.toString();
    }

    private String line(Summary.Line line) {
        String numbers =
                line.citations().stream().map(n -> Paint.cyan("[" + n + "]")).collect(Collectors.joining(" "));
        String label = line.label().isBlank() ? "" : Paint.bold(Paint.line(line.label())) + ": ";
        return paint.block(INDENT + "· ", INDENT + "  ", label + Paint.line(line.text()) + " " + numbers);
    }
}
