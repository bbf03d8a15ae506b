package coalition.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one place where foreign text is made fit for Slack, and Slack's text is made plain. */
final class SlackText {
    private static final Pattern TOKEN = Pattern.compile("<([^<>]{0,3000})>");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z0-9+.-]:(?=//)|mailto:|javascript:");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_~\\[\\]|!]");
    private static final Pattern WWW = Pattern.compile("(?i)\\b(www)\\.");
    private static final Pattern LINE_START = Pattern.compile("(?m)^([ \\t]*\\d{0,9})([#+=.)-])");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f]{2,}");

    private SlackText() {}

    /**
     * Text that is only text wherever Slack reads mrkdwn: no mention, no link, no code of Slack's own can come of it.
     * Invisible characters and controls are gone, {@code & < >} are entities, schemes of links are broken.
     */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        String clean = clean(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return defang(out.toString());
    }

    /** Text that is only text where Slack reads Markdown, as in streams. */
    static String markdown(String text) {
        String safe = MARKDOWN.matcher(escape(text)).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
        String plain = WWW.matcher(safe).replaceAll("$1\\\\[.\\\\]");
        return LINE_START.matcher(plain).replaceAll("$1\\\\$2");
    }

    /** Text for a {@code plain_text} object, on one line. */
    static String plain(String text) {
        String line = clean(text).replace('\n', ' ').replace('<', '\u2039').replace('>', '\u203a');
        return SPACES.matcher(defang(line)).replaceAll(" ").strip();
    }

    /** {@link #plain} with at most {@code limit} units; never empty. */
    static String plain(String text, int limit) {
        String plain = cut(plain(text), limit);
        return plain.isEmpty() ? "\u2026" : plain;
    }

    /** The text without characters that cannot be seen or that change how others are seen. Line ends become {@code \n}. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                out.append('\n');
            } else if (isVisible(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isVisible(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && !(c >= 0xE0000 && c <= 0xE0FFF)
                && !(c >= 0xFE00 && c <= 0xFE0F)
                && !(c >= 0x200B && c <= 0x200F)
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2060 && c <= 0x206F)
                && c != 0x061C
                && c != 0xFEFF
                && c != 0xFFFE
                && c != 0xFFFF;
    }

    private static String defang(String text) {
        return SCHEME.matcher(text).replaceAll(m -> {
            String found = m.group();
            return Matcher.quoteReplacement(found.substring(0, found.length() - 1) + "[:]");
        });
    }

    /** At most {@code limit} units, cut at a space where one is near, with an ellipsis; no half characters. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        int space = text.lastIndexOf(' ', end);
        if (space > limit - limit / 5) {
            end = space;
        }
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "\u2026";
    }

    /**
     * What a person wrote, in plain words: mentions of the bot are gone, other mentions, channels and links are their labels,
     * entities are characters.
     *
     * @param me the bot's user id
     */
    static String read(String text, String me) {
        String words = TOKEN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(label(m.group(1), me)));
        return clean(words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .strip();
    }

    private static String label(String token, String me) {
        if (!me.isEmpty() && (token.equals("@" + me) || token.startsWith("@" + me + "|"))) {
            return " ";
        }
        int bar = token.indexOf('|');
        String label = bar >= 0 ? token.substring(bar + 1) : "";
        if (token.startsWith("@") || token.startsWith("#") || token.startsWith("!")) {
            return label;
        }
        return label.isEmpty() ? token.startsWith("mailto:") ? token.substring(7) : token : label;
    }

    /** Whether somebody other than the bot is tagged. */
    static boolean tagsAnother(String text, String me) {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String token = tokens.group(1);
            boolean person = token.startsWith("@") || token.startsWith("!subteam^");
            if (person && !token.equals("@" + me) && !token.startsWith("@" + me + "|")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the bot is tagged. */
    static boolean tags(String text, String me) {
        return !me.isEmpty() && (text.contains("<@" + me + ">") || text.contains("<@" + me + "|"));
    }
}
