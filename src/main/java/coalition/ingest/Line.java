package coalition.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text.
 *
 * @param start its first unit that is no white space
 * @param end one past its last unit that is no white space
 * @param words what stands there; empty for a blank line
 */
record Line(int start, int end, String words) {
    /** The lines of a text in order; they end at LF, CR LF, CR or form feed. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r' || text.charAt(i) == '\f') {
                lines.add(trimmed(text, start, i));
                if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static Line trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return new Line(from, to, text.substring(from, to));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0';
    }

    int lastPoint() {
        return words.codePointBefore(words.length());
    }
}
