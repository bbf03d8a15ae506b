package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the marks around the sentences of a chunk which are items of a list, rows of a table, lines of code or labelled lines. */
final class Layout {
    private static final Pattern ITEM = Pattern.compile(
            "(?:^|.*\\R)[ \\t>]*(?:[-*+•–]|\\(?(?:\\d{1,3}|[a-zA-Z])[.)])[ \\t]+(?:\\[[ xX]][ \\t]+)?[*_`“\"]*$",
            Pattern.DOTALL);
    private static final Pattern STEP =
            Pattern.compile("(?:^|.*\\R)[ \\t>]*\\(?\\d{1,3}[.)][ \\t]+[*_`“\"]*$", Pattern.DOTALL);
    private static final Pattern SECOND = Pattern.compile("\\s*\\R[ \\t>]*\\(?2[.)][ \\t]+[*_`“\"]*");
    private static final Pattern HEADING = Pattern.compile("(?m)^[ \\t]*#{1,6} ");
    private static final Pattern CELLS = Pattern.compile("\\S \\| \\S");
    private static final Pattern LABEL = Pattern.compile("^(\\p{Lu}[\\p{L}\\p{N} ./()&’'-]{1,40}): +(\\S.*)$");
    private static final String FENCE = "```";

    private Layout() {}

    /** Whether a list mark stands before the sentence; before the first of a chunk the second one's tells, if it counts. */
    static boolean isItem(Chunk chunk, int index) {
        return ITEM.matcher(before(chunk, index)).matches() || isFirst(chunk, index);
    }

    /** Whether a number stands before the sentence, as before a step. */
    static boolean isStep(Chunk chunk, int index) {
        return STEP.matcher(before(chunk, index)).matches() || isFirst(chunk, index);
    }

    private static boolean isFirst(Chunk chunk, int index) {
        return index == 0
                && before(chunk, 0).isBlank()
                && chunk.sentences().size() > 1
                && SECOND.matcher(before(chunk, 1)).matches();
    }

    /** Whether a heading stands between a sentence and the one before it. */
    static boolean isHeaded(Chunk chunk, int index) {
        return HEADING.matcher(before(chunk, index)).find();
    }

    /** Whether the sentence is a row of a file of rows; the names of its columns are the heading. */
    static boolean isRecord(Chunk chunk) {
        String name = chunk.document().value();
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    /** Whether the sentence is a row of a table. */
    static boolean isRow(Chunk chunk, int index) {
        return CELLS.matcher(PlainWords.of(chunk.sentences().get(index).text()).text())
                .find();
    }

    /** Whether the sentence is a line of fenced code. */
    static boolean isCode(Chunk chunk, int index) {
        String above = chunk.text()
                .substring(
                        0,
                        chunk.sentences().get(index).span().start()
                                - chunk.span().start());
        int fences = 0;
        for (int at = above.indexOf(FENCE); at >= 0; at = above.indexOf(FENCE, at + FENCE.length())) {
            fences++;
        }
        return fences % 2 == 1;
    }

    /** The first row of the table that the row belongs to; the row itself where it is the first. */
    static int header(Chunk chunk, int row) {
        int first = row;
        while (first > 0 && isRow(chunk, first - 1)) {
            first--;
        }
        return first;
    }

    /** What "Judge: Ann Low" labels, "Judge"; empty where the words do not open with a label. */
    static Optional<String> label(String plain) {
        Matcher matcher = LABEL.matcher(plain);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String before(Chunk chunk, int index) {
        int start = chunk.sentences().get(index).span().start();
        int from = index == 0
                ? chunk.span().start()
                : chunk.sentences().get(index - 1).span().end();
        return start > from ? Quotation.in(chunk, new Span(from, start)) : "";
    }
}
