package coalition.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the marks of layout off the edges of a sentence. */
final class SentenceEdges {
    private static final Pattern LEADING = Pattern.compile(
            "\\G(?:[\\s\\p{Z}\\p{Cf}\\p{Cc}|>]|[-+*•◦▪▫‣⁃●○■□·–—](?=[\\s\\p{Z}])|#{1,6}(?=[\\s\\p{Z}])|\\[[ xX]](?=\\s))");
    private static final String[] EMPHASIS = {"***", "**", "__", "~~", "*", "_"};

    private SentenceEdges() {}

    /** The run without layout at its edges; empty where nothing else is in it. */
    static Span trim(String text, Span run) {
        int start = run.start();
        int end = run.end();
        while (true) {
            int first = skipLeading(text, start, end);
            int last = skipTrailing(text, first, end);
            Span inner = peel(text, first, last);
            if (inner.start() == start && inner.end() == end) {
                return inner;
            }
            start = inner.start();
            end = inner.end();
        }
    }

    /** Whether there is a letter or digit in the run. */
    static boolean hasWord(String text, Span run) {
        return run.in(text).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static int skipLeading(String text, int start, int end) {
        Matcher matcher = LEADING.matcher(text).region(start, end);
        int at = start;
        while (matcher.find()) {
            at = matcher.end();
        }
        return at;
    }

    private static int skipTrailing(String text, int start, int end) {
        int at = end;
        while (at > start) {
            int point = text.codePointBefore(at);
            boolean layout = Character.isWhitespace(point)
                    || Character.isSpaceChar(point)
                    || point == '|'
                    || (point == '\\' && at - 1 > start)
                    || VisibleText.isInvisible(point);
            if (!layout) {
                break;
            }
            at -= Character.charCount(point);
        }
        return at;
    }

    /** Takes off emphasis that surrounds the run, or whose other half lies beyond it. */
    private static Span peel(String text, int start, int end) {
        for (String mark : EMPHASIS) {
            boolean opens = end - start > mark.length() && text.startsWith(mark, start);
            boolean closes = end - start > mark.length() && text.startsWith(mark, end - mark.length());
            int inside = count(text, start, end, mark) - (opens ? 1 : 0) - (closes ? 1 : 0);
            if (opens && closes && inside % 2 == 0 && end - start > 2 * mark.length()) {
                return inside == 0 ? new Span(start + mark.length(), end - mark.length()) : new Span(start, end);
            }
            if (opens && !closes && inside % 2 == 0) {
                return new Span(start + mark.length(), end);
            }
            if (closes && !opens && inside % 2 == 0) {
                return new Span(start, end - mark.length());
            }
            if (opens || closes) {
                return new Span(start, end);
            }
        }
        return new Span(start, end);
    }

    private static int count(String text, int start, int end, String mark) {
        int count = 0;
        for (int at = text.indexOf(mark, start, end); at >= 0; ) {
            count++;
            at = text.indexOf(mark, Math.min(at + mark.length(), end), end);
        }
        return count;
    }
}
