package coalition.answer;

import coalition.document.Span;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a quotation without Markdown's marks, for showing: emphasis, links, code ticks, list and quote marks, the outer bars of tables
 * and hard line breaks go, every run of white space becomes one blank. No word is added, changed or moved.
 */
public final class PlainWords {
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)", Pattern.DOTALL);
    private static final Pattern[] AROUND = {
        Pattern.compile(
                "(!?\\[)((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)(\\]\\((?:[^()\\s]|\\([^()]*\\))*(?:\\s+\"[^\"]*\")?\\))"),
        Pattern.compile("(\\*\\*)(?=\\S)(.+?)(?<=\\S)(\\*\\*)", Pattern.DOTALL),
        Pattern.compile("(?<![\\p{L}\\p{N}_])(__)(?=\\S)(.+?)(?<=\\S)(__)(?![\\p{L}\\p{N}_])", Pattern.DOTALL),
        Pattern.compile(
                "(?<![\\p{L}\\p{N}*])(\\*)(?=[^\\s*])([^*]+?)(?<=[^\\s*])(\\*)(?![\\p{L}\\p{N}*])", Pattern.DOTALL),
        Pattern.compile("(?<![\\p{L}\\p{N}_])(_)(?=[^\\s_])([^_]+?)(?<=[^\\s_])(_)(?![\\p{L}\\p{N}_])", Pattern.DOTALL),
        Pattern.compile("(~~)(?=\\S)(.+?)(?<=\\S)(~~)", Pattern.DOTALL),
        Pattern.compile("(<)(https?://[^\\s<>]+|[^\\s<>@]+@[^\\s<>]+)(>)"),
    };
    private static final Pattern[] ALONE = {
        Pattern.compile("(?m)^[ \\t]*(?:>[ \\t]?)+"),
        Pattern.compile("(?m)^[ \\t]*(?:[-*+•]|#{1,6})[ \\t]+"),
        Pattern.compile("(?<=\\n)[ \\t]*\\d{1,3}[.)][ \\t]+"),
        Pattern.compile("\\[\\^[^\\]\\s]+\\]"),
        Pattern.compile("</?(?:br|b|i|em|strong|sup|sub|u|span|p|code|small|mark)\\b[^<>]*>", Pattern.CASE_INSENSITIVE),
        Pattern.compile("\\\\(?=\\R)|\\\\(?=[\\\\`*_{}\\[\\]()#+.!>|~-])"),
    };
    private static final Pattern TABLE_BAR = Pattern.compile("(?m)^[ \\t]*\\||\\|[ \\t]*$");

    private static final String MARKS = "*_`[]~<>|\\#+•\n\r";

    private final String text;
    private final int[] origin;

    private PlainWords(String text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    /** Takes the marks off. */
    public static PlainWords of(String quote) {
        if (isPlain(quote)) {
            return kept(quote, new BitSet());
        }
        BitSet dropped = new BitSet(quote.length());
        BitSet code = new BitSet(quote.length());
        Matcher ticks = CODE.matcher(quote);
        while (ticks.find()) {
            dropped.set(ticks.start(), ticks.start(2));
            dropped.set(ticks.end(2), ticks.end());
            code.set(ticks.start(2), ticks.end(2));
        }
        for (Pattern pattern : AROUND) {
            Matcher matcher = pattern.matcher(quote);
            int from = 0;
            while (matcher.find(from)) {
                drop(dropped, code, matcher.start(1), matcher.end(1));
                drop(dropped, code, matcher.start(3), matcher.end(3));
                from = matcher.end(1);
            }
        }
        for (Pattern pattern : ALONE) {
            dropAll(pattern, quote, dropped, code);
        }
        if (quote.chars().filter(c -> c == '|').count() >= 2) {
            dropAll(TABLE_BAR, quote, dropped, code);
        }
        return kept(quote, dropped);
    }

    /** Whether no mark of any kind can be in it: true of most sentences, and far cheaper than looking for each mark. */
    private static boolean isPlain(String quote) {
        boolean started = false;
        for (int i = 0; i < quote.length(); i++) {
            char c = quote.charAt(i);
            if (MARKS.indexOf(c) >= 0 || (c == '-' && !started)) {
                return false;
            }
            started |= !Character.isWhitespace(c);
        }
        return true;
    }

    /** The words to show. */
    public String text() {
        return text;
    }

    /** Where a run of the quotation lies in {@link #text()}; empty span where nothing of it is shown. */
    public Span shown(Span run) {
        int start = 0;
        while (start < origin.length && origin[start] < run.start()) {
            start++;
        }
        int end = start;
        while (end < origin.length && origin[end] < run.end()) {
            end++;
        }
        return new Span(start, end);
    }

    private static void dropAll(Pattern pattern, String quote, BitSet dropped, BitSet code) {
        Matcher matcher = pattern.matcher(quote);
        while (matcher.find()) {
            drop(dropped, code, matcher.start(), matcher.end());
        }
    }

    private static void drop(BitSet dropped, BitSet code, int start, int end) {
        if (code.get(start, end).isEmpty()) {
            dropped.set(start, end);
        }
    }

    private static PlainWords kept(String quote, BitSet dropped) {
        StringBuilder words = new StringBuilder();
        int[] origin = new int[quote.length()];
        boolean blank = true;
        for (int i = 0; i < quote.length(); i++) {
            boolean space = Character.isWhitespace(quote.charAt(i)) || quote.charAt(i) == '\u00a0';
            if (dropped.get(i) || (space && blank)) {
                continue;
            }
            origin[words.length()] = i;
            words.append(space ? ' ' : quote.charAt(i));
            blank = space;
        }
        int length = words.length();
        while (length > 0 && words.charAt(length - 1) == ' ') {
            length--;
        }
        return new PlainWords(words.substring(0, length), java.util.Arrays.copyOf(origin, length));
    }
}
