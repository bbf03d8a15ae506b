package coalition.answer;

import coalition.answer.DraftParser.Proposed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits plain text with markers into sentences as it comes. For one text and one thread. */
final class ProseParser {
    private static final Pattern STOP = Pattern.compile("[.!?…。！？]+[\"”’»)*_」』]*");
    private static final Pattern WHOLE = Pattern.compile("(?:[.!?…。！？][\"”’»)*_]*|" + Markers.MARKER + ")\\s*$");
    private static final Pattern BREAK = Pattern.compile("\\n\\s*");
    private static final Pattern BULLET =
            Pattern.compile("^(?:(?:>\\s*)+(?:(?:[-*•–]|\\d{1,2}[.)])\\s+)?|(?:[-*•–]|\\d{1,2}[.)]|#{1,6})\\s+)");
    /** A heading of Markdown, or a line in bold that is no sentence. */
    private static final Pattern HEADING = Pattern.compile(
            "^(?:>\\s*)*(?:#{1,6}\\s.*|(?:\\*\\*|__)[^*_.!?\\[\\]]{1,80}(?:\\*\\*|__)\\s*:?)$", Pattern.DOTALL);
    /** A name in brackets at the end, of a file perhaps, in place of a number. */
    private static final Pattern NAMED = Pattern.compile("\\s*\\[[^\\[\\]]{1,60}](?=[.!?]*$)");

    private static final Pattern PREFACE = Pattern.compile(
            "^(?:(?:according to|as (?:stated|noted|described|mentioned|reported) in|as per|per|based on)\\s*"
                    + "(?:(?:the\\s+)?(?:(?:provided|given|available|retrieved)\\s+)?"
                    + "(?:passages?|sources?|documents?|texts?|context|information|excerpts?)(?:\\s+(?:provided|given|above))?(?:\\s+\\d+)?\\s*)?,\\s*"
                    + "|(?:yes|no)\\s*[,:;–—-]+\\s+|(?:in (?:summary|short|conclusion)|to summari[sz]e|overall)\\s*,\\s*"
                    + "|(?:(?:final|short|direct)\\s+)?(?:answer|response)\\s*:\\s*)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sir", "st", "jr", "sr", "inc", "ltd", "co", "corp", "no", "vs", "etc",
            "e.g", "i.e", "u.s", "u.k", "u.n", "a.m", "p.m", "gen", "sen", "rep", "gov", "capt", "lt", "col", "approx",
            "fig", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** No sentence is longer, in characters. */
    private static final int LONGEST = 2000;

    private final Consumer<Proposed> sentences;
    private final StringBuilder rest = new StringBuilder();
    private final List<String> unmarked = new ArrayList<>();
    private List<Integer> lastMarkers = List.of();
    /** Whatever ends before it ends no sentence. */
    private int looked;
    /** No line that ends before it ends a sentence. */
    private int lined;

    ProseParser(Consumer<Proposed> sentences) {
        this.sentences = sentences;
    }

    void add(String part) {
        rest.append(part);
        if (rest.length() > LONGEST) {
            take(rest.length());
        }
        for (int end = sentenceEnd(false); end > 0; end = sentenceEnd(false)) {
            take(end);
        }
    }

    /** @param cut whether the text ends in the middle of what was to be said */
    void end(boolean cut) {
        for (int end = sentenceEnd(true); end > 0; end = sentenceEnd(true)) {
            if (cut && end == rest.length() && !WHOLE.matcher(rest).find()) {
                rest.setLength(0);
            } else {
                take(end);
            }
        }
        flush(lastMarkers);
    }

    private void take(int end) {
        String raw = rest.substring(0, end);
        rest.delete(0, end);
        looked = 0;
        lined = 0;
        if (HEADING.matcher(raw.strip()).matches()) {
            return;
        }
        List<Integer> markers = Markers.numbers(raw);
        String text = cleaned(raw);
        boolean paragraph = raw.matches("(?s).*\\n\\s*\\n\\s*");
        if (!text.isEmpty()) {
            if (markers.isEmpty()) {
                unmarked.add(text);
            } else {
                flush(markers);
                sentences.accept(new Proposed(text, markers));
                lastMarkers = markers;
            }
        } else if (!markers.isEmpty()) {
            flush(markers);
            lastMarkers = markers;
        }
        if (paragraph) {
            flush(lastMarkers);
            lastMarkers = List.of();
        }
    }

    private void flush(List<Integer> markers) {
        unmarked.forEach(text -> sentences.accept(new Proposed(text, markers)));
        unmarked.clear();
    }

    /** Where the first whole sentence with its markers and blanks ends; 0 while none is whole. */
    private int sentenceEnd(boolean last) {
        String text = rest.toString();
        int line = lineEnd(text, last);
        Matcher stop = STOP.matcher(text);
        int from = Math.min(looked, text.length());
        while (stop.find(from)) {
            looked = stop.start();
            if (line > 0 && stop.start() >= line) {
                return line;
            }
            int end = afterMarkers(text, stop.end(), last);
            int next = afterBlanks(text, end);
            if (next == text.length() && !last) {
                return line;
            }
            boolean apart = next == text.length()
                    || next > stop.end()
                    || "。！？".indexOf(stop.group().charAt(0)) >= 0;
            if (apart && !abbreviated(text, stop) && (next == text.length() || opens(text, next))) {
                return next;
            }
            from = stop.end();
        }
        looked = text.length();
        return line > 0 ? line : last ? text.length() : 0;
    }

    /** Where a line that ends a sentence ends: one followed by an empty line, a bullet or a capital; 0 for none. */
    private int lineEnd(String text, boolean last) {
        Matcher line = BREAK.matcher(text);
        for (int from = Math.min(lined, text.length()); line.find(from); from = line.end()) {
            lined = line.start();
            if (line.end() == text.length() && !last) {
                return 0;
            }
            boolean blank = line.group().chars().filter(c -> c == '\n').count() > 1;
            boolean opening = line.end() < text.length()
                    && (opens(text, line.end())
                            || BULLET.matcher(text)
                                    .region(line.end(), text.length())
                                    .lookingAt());
            if (line.start() > 0 && (blank || opening || line.end() == text.length())) {
                return line.end();
            }
        }
        lined = text.length();
        return 0;
    }

    private static int afterMarkers(String text, int from, boolean last) {
        int end = from;
        Matcher marker = Markers.MARKER.matcher(text);
        while (true) {
            int next = afterBlanks(text, end);
            if (!last && Markers.mayBegin(text, next)) {
                return text.length();
            }
            if (!marker.region(next, text.length()).lookingAt()) {
                return end;
            }
            end = marker.end();
            while (end < text.length() && ".,;".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
    }

    private static int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean opens(String text, int at) {
        return !Character.isLowerCase(text.codePointAt(at));
    }

    private static boolean abbreviated(String text, Matcher stop) {
        if (!stop.group().startsWith(".") || stop.group().length() > 1) {
            return false;
        }
        int start = stop.start();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && text.charAt(start - 1) != '(') {
            start--;
        }
        String word = text.substring(start, stop.start()).toLowerCase(java.util.Locale.ROOT);
        boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
        if (number && (text.substring(0, start).isBlank() || text.charAt(start - 1) == '\n')) {
            return true;
        }
        return ABBREVIATIONS.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
    }

    private static String cleaned(String raw) {
        String text = Markers.without(raw.replaceAll("\\s+", " ").strip());
        text = BULLET.matcher(text).replaceFirst("");
        text = text.replaceAll("\\*\\*|__|`", "").replaceAll("(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])", "");
        text = NAMED.matcher(text).replaceFirst("");
        text = PREFACE.matcher(text).replaceFirst("").strip();
        if (text.isEmpty() || text.chars().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
