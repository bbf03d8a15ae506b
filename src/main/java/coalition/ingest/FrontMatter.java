package coalition.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block of settings some Markdown files begin with.
 *
 * @param end where the text proper begins; the start of the text where there is none
 * @param title the value of {@code title}; empty where there is none
 */
record FrontMatter(int end, String title) {
    private static final int LONGEST = 20_000;
    private static final Pattern TITLE = Pattern.compile("(?mi)^title[ \\t]*[:=][ \\t]*(.*?)[ \\t]*$");
    private static final Pattern SETTING = Pattern.compile("(?m)^[\\w.-]+[ \\t]*[:=]");

    static FrontMatter of(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        String fence = text.startsWith("---", start) ? "---" : text.startsWith("+++", start) ? "+++" : "";
        int first = lineEnd(text, start);
        if (fence.isEmpty() || !text.substring(start, first).strip().equals(fence)) {
            return new FrontMatter(start, "");
        }
        for (int at = first; at < text.length() && at - start < LONGEST; at = lineEnd(text, at)) {
            String line = text.substring(at, lineEnd(text, at)).strip();
            if (line.equals(fence) || (line.equals("...") && fence.equals("---"))) {
                String inner = text.substring(first, at);
                return SETTING.matcher(inner).find() || inner.isBlank()
                        ? new FrontMatter(lineEnd(text, at), title(inner))
                        : new FrontMatter(start, "");
            }
        }
        return new FrontMatter(start, "");
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static String title(String inner) {
        Matcher matcher = TITLE.matcher(inner);
        if (!matcher.find()) {
            return "";
        }
        String value = matcher.group(1).strip();
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
