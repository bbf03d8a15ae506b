package coalition.cli;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.PlainWords;
import coalition.answer.Reason;
import coalition.answer.ShortAnswer;
import coalition.answer.Statement;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An answer as a terminal shows it: the statements, below them each citation with its exact words. */
final class AnswerText {
    private static final String INDENT = "  ";
    private static final String DEEP = "      ";

    private final Paint paint;

    AnswerText(Paint paint) {
        this.paint = paint;
    }

    /** The whole answer, with a line break at its end. */
    String of(Answer answer, long millis) {
        return switch (answer) {
            case Grounded grounded -> grounded(grounded, millis);
            case Abstained abstained -> abstained(abstained);
        };
    }

    private String grounded(Grounded answer, long millis) {
        StringBuilder text = new StringBuilder("\n");
        if (!answer.lead().isBlank()) {
            text.append(paint.block(INDENT, Paint.line(answer.lead())));
        }
        answer.headline().ifPresent(words -> text.append(paint.block(INDENT, headline(words))));
        for (Statement statement : answer.statements()) {
            text.append(paint.block(INDENT, statement(statement, answer.citations())));
        }
        text.append('\n');
        for (Citation citation : answer.citations()) {
            text.append(citation(citation));
        }
        if (!answer.notice().isBlank()) {
            text.append('\n').append(paint.block(INDENT, Paint.yellow("! ") + Paint.line(answer.notice())));
        }
        String made = answer.mode() == Mode.TEMPLATE
                ? "quoted from the sources"
                : "written by a model, checked against the sources";
        return text.append('\n')
                .append(paint.block(
                        INDENT,
                        Paint.dim(
                                Math.round(answer.confidence() * 100) + " % sure · " + made + " · " + millis + " ms")))
                .toString();
    }

    private String abstained(Abstained answer) {
        boolean talk = answer.reason() == Reason.GREETING || answer.reason() == Reason.THANKS;
        StringBuilder text = new StringBuilder("\n");
        String said = Paint.line(answer.text());
        text.append(paint.block(INDENT, talk ? said : Paint.yellow("○") + " " + said));
        if (!answer.citations().isEmpty()) {
            text.append('\n').append(paint.block(INDENT, Paint.dim("The closest passages, which do not answer it:")));
            for (Citation citation : answer.citations()) {
                text.append(citation(citation));
            }
        }
        if (!answer.suggestions().isEmpty()) {
            text.append('\n').append(paint.block(INDENT, Paint.dim("You can ask:")));
            for (String suggestion : answer.suggestions()) {
                text.append(paint.block(INDENT + "› ", INDENT + "  ", Paint.line(suggestion)));
            }
        }
        return text.toString();
    }

    /** One citation: number, place, and below it the exact words. */
    private String citation(Citation citation) {
        PlainWords words = PlainWords.of(citation.quote());
        List<Span> marks = relative(citation).stream().map(words::shown).toList();
        boolean speech = words.text().matches("(?s).*[“”\"].*");
        String quote = marked(words.text(), marks);
        return place(citation) + paint.block(DEEP, speech ? "‘" + quote + "’" : "“" + quote + "”");
    }

    /** The number of a citation and where its words stand. */
    String place(Citation citation) {
        String number = (citation.closest() ? "~" : "") + "[" + citation.number() + "]";
        String place = Paint.bold(Paint.line(citation.document().value()))
                + (citation.heading().isBlank() ? "" : " › " + Paint.line(citation.heading()))
                + (citation.page() > 0 ? ", page " + citation.page() : "");
        String first = INDENT + Paint.cyan(number) + " ".repeat(Math.max(1, 4 - number.length()));
        return paint.block(first, DEEP, place);
    }

    private static String headline(ShortAnswer words) {
        return Paint.bold(inner(words.shown())) + " " + Paint.cyan("[" + words.citation() + "]");
    }

    private static String statement(Statement statement, List<Citation> citations) {
        List<Citation> cited = citations.stream()
                .filter(c -> statement.citations().contains(c.number()))
                .toList();
        List<Span> marks = new ArrayList<>();
        for (Citation citation : cited) {
            PlainWords words = PlainWords.of(citation.quote());
            int at = statement.text().indexOf(words.text());
            for (Span mark : relative(citation)) {
                if (at >= 0) {
                    Span shown = words.shown(mark);
                    marks.add(new Span(shown.start() + at, shown.end() + at));
                }
            }
        }
        String numbers = statement.citations().stream()
                .map(n -> Paint.cyan("[" + n + "]"))
                .collect(Collectors.joining(" "));
        return marked(statement.text(), marks) + " " + numbers;
    }

    private static List<Span> relative(Citation citation) {
        int start = citation.span().start();
        return citation.marks().stream()
                .map(m -> new Span(m.start() - start, m.end() - start))
                .toList();
    }

    /** The text on one line with the marked runs in bold; a mark that overlaps one before it is left out. */
    private static String marked(String text, List<Span> marks) {
        StringBuilder line = new StringBuilder();
        int done = 0;
        for (Span mark :
                marks.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (mark.start() >= done && mark.length() > 0) {
                line.append(inner(text.substring(done, mark.start())));
                line.append(Paint.bold(inner(mark.in(text))));
                done = mark.end();
            }
        }
        return line.append(inner(text.substring(done))).toString().strip();
    }

    /** Clean, white space runs as one blank, blanks at the ends kept: the pieces are put together again. */
    private static String inner(String text) {
        return Paint.clean(text).replaceAll("\\s+", " ");
    }
}
