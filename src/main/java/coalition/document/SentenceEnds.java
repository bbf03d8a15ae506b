package coalition.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** Decides where in one run of text a sentence ends. */
final class SentenceEnds {
    private static final String WIDE_MARKS = "。！？｡．।॥۔؟።‽";
    private static final String CLOSERS = "\"'”’)]}»«›‹*_~`」』）】〉》";
    private static final int REACH = 300;
    private static final Pattern NOTE = Pattern.compile("(?![ xX]$)\\^?[\\w -]+");
    private static final Pattern ENUMERATOR =
            Pattern.compile("[0-9]{1,3}|[0-9]{1,2}(\\.[0-9]{1,2}){1,3}|[A-Za-z]|[ivxIVX]{1,5}");
    private static final Pattern ROMAN_OR_LETTER = Pattern.compile("[IVXLC]+|[A-Z][0-9]*");
    private static final Pattern ACRONYM = Pattern.compile("(?:\\p{L}\\.)+\\p{L}{1,2}");

    private final String run;
    private final boolean hasCapitals;

    SentenceEnds(String run) {
        this.run = run;
        this.hasCapitals = run.codePoints().anyMatch(Character::isUpperCase);
    }

    static boolean isEndMark(char c) {
        return c == '.'
                || c == '!'
                || c == '?'
                || c == '…'
                || WIDE_MARKS.indexOf(c) >= 0
                || (c >= '‼' && c <= '⁉' && c != '⁃');
    }

    /** One past the marks that start here. */
    int skipMarks(int at) {
        int end = at;
        while (end < run.length() && isEndMark(run.charAt(end))) {
            end++;
        }
        return end;
    }

    /** One past the quotation marks, brackets, emphasis and notes ([3], [^a]) that close right here. */
    int skipClosers(int at) {
        int end = at;
        while (end < run.length()) {
            char c = run.charAt(end);
            if (CLOSERS.indexOf(c) >= 0 || VisibleText.isInvisible(c) || "¹²³⁴⁵⁶⁷⁸⁹⁰†‡".indexOf(c) >= 0) {
                end++;
            } else if (c == '[' && note(end) > end) {
                end = note(end);
            } else if ((c == ' ' || c == '\u00A0' || c == '\u202F') && closesGuillemet(end + 1)) {
                end += 2;
            } else {
                return end;
            }
        }
        return end;
    }

    private boolean closesGuillemet(int at) {
        if (at >= run.length() || run.charAt(at) != '»') {
            return false;
        }
        for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
            if (run.charAt(i) == '«' || run.charAt(i) == '»') {
                return run.charAt(i) == '«';
            }
        }
        return false;
    }

    private int note(int at) {
        int close = at;
        while (close < run.length() && close - at <= 20 && run.charAt(close) != ']') {
            close++;
        }
        if (close >= run.length() || run.charAt(close) != ']' || run.startsWith("](", close)) {
            return at;
        }
        String inner = run.substring(at + 1, close);
        return NOTE.matcher(inner).matches() ? close + 1 : at;
    }

    /**
     * Whether a sentence that starts at {@code start} ends here: its end marks are at {@code mark} to {@code last}, and what
     * closes with it reaches to {@code close}.
     */
    boolean endsAt(int start, int mark, int last, int close) {
        if (close >= run.length()) {
            return true;
        }
        if (WIDE_MARKS.indexOf(run.charAt(last - 1)) >= 0) {
            return true;
        }
        int next = skipSpace(close);
        if (next == close) {
            return isWide(run.codePointAt(close));
        }
        if (next >= run.length() || blankLine(close, next)) {
            return true;
        }
        if (openBracket(start, mark, close)) {
            return false;
        }
        int word = skipOpeners(next);
        return word >= run.length() || endsBefore(start, mark, last, close, word);
    }

    private boolean endsBefore(int start, int mark, int last, int close, int word) {
        int first = run.codePointAt(word);
        String next = wordAt(word);
        boolean lower = Character.isLowerCase(first) && next.equals(next.toLowerCase(Locale.ROOT));
        boolean plainDot = last - mark == 1 && run.charAt(mark) == '.';
        String before = wordBefore(mark);
        if (lower) {
            return !hasCapitals && !next.isEmpty() && plainDot && isPlainWord(before);
        }
        if (Abbreviations.endsInMark(before) && run.charAt(mark) == '!' && !Abbreviations.starts(next)) {
            return false;
        }
        if (!plainDot) {
            boolean trailing = run.charAt(last - 1) == '…' || (last - mark > 1 && run.charAt(last - 1) == '.');
            return !(trailing && (next.equals("I") || next.startsWith("I’") || next.startsWith("I'")))
                    && !(close > last && speaks(word));
        }
        return dotEnds(start, before, mark, close, next, first);
    }

    private boolean dotEnds(int start, String before, int mark, int close, String next, int first) {
        boolean number = Character.isDigit(first);
        int begin = mark - before.length();
        if (close > mark + 1 && !before.contains(".") && before.length() > 1 && !Abbreviations.leadOn(before)) {
            return true;
        }
        if (isEnumerator(before)
                && begin - start < 40
                && SentenceEdges.trim(run, new Span(start, begin)).length() == 0) {
            return false;
        }
        if (Abbreviations.leadOn(before)) {
            return false;
        }
        if (Abbreviations.leadToNumber(before)
                && (number || isRomanOrLetter(next) || run.charAt(skipSpace(close)) == '(')) {
            return false;
        }
        if (before.equals("I") && begin > 1 && Character.isLowerCase(run.charAt(begin - 2))) {
            return true;
        }
        if (before.length() == 1 && Character.isLetter(before.charAt(0))) {
            return !Character.isUpperCase(before.charAt(0))
                    || (Abbreviations.starts(next) && next.length() > 1 && !next.equals("An"));
        }
        if (before.equalsIgnoreCase("a.m") || before.equalsIgnoreCase("p.m")) {
            return !Abbreviations.isTime(next) && !number;
        }
        if (before.equalsIgnoreCase("etc") || before.equalsIgnoreCase("al")) {
            return !number;
        }
        if (Abbreviations.mayEnd(before) || isAcronym(before)) {
            return Abbreviations.starts(next) && !next.equals("I");
        }
        return true;
    }

    private static boolean isPlainWord(String word) {
        return word.length() > 1
                && word.chars().allMatch(Character::isLetter)
                && !Abbreviations.leadOn(word)
                && !Abbreviations.leadToNumber(word)
                && !Abbreviations.mayEnd(word);
    }

    private static boolean isEnumerator(String word) {
        return word.length() <= 12 && ENUMERATOR.matcher(word).matches();
    }

    private static boolean isRomanOrLetter(String word) {
        return ROMAN_OR_LETTER.matcher(word).matches();
    }

    private static boolean isAcronym(String word) {
        return ACRONYM.matcher(word).matches();
    }

    /** Whether what follows a closed quotation says who spoke: {@code Smith asked}. */
    private boolean speaks(int word) {
        int at = word;
        for (int words = 0; words < 4 && at < run.length(); words++) {
            String next = wordAt(at);
            if (next.isEmpty()) {
                return false;
            }
            if (words > 0 && Abbreviations.isSaying(next)) {
                return true;
            }
            if (!Character.isUpperCase(next.charAt(0))) {
                return false;
            }
            at = skipSpace(at + next.length());
        }
        return false;
    }

    /** Whether a bracket opened within this sentence is still open and closes soon; one that opens the sentence does not count. */
    private boolean openBracket(int start, int mark, int close) {
        int depth = 0;
        boolean text = false;
        for (int i = Math.max(start, close - 3 * REACH); i < close; i++) {
            char c = run.charAt(i);
            if (c == '(' && (text || depth > 0)) {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            }
            text |= Character.isLetterOrDigit(c);
        }
        if (depth == 0) {
            return false;
        }
        for (int i = close; i < run.length() && i - mark < REACH; i++) {
            if (run.charAt(i) == ')' || run.charAt(i) == '(') {
                return run.charAt(i) == ')';
            }
        }
        return false;
    }

    private boolean blankLine(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            char c = run.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < to && run.charAt(i + 1) == '\n')) || c == '\u2029') {
                lines++;
            }
        }
        return lines > 1;
    }

    private int skipSpace(int at) {
        int end = at;
        while (end < run.length() && (isSpace(run.charAt(end)) || VisibleText.isInvisible(run.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private int skipOpeners(int at) {
        int end = at;
        while (end < run.length() && end - at < REACH && !Character.isLetterOrDigit(run.codePointAt(end))) {
            end += Character.charCount(run.codePointAt(end));
        }
        return end;
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(point) == Character.UnicodeScript.KATAKANA;
    }

    private String wordAt(int at) {
        int end = at;
        while (end < run.length() && isWordUnit(run.charAt(end))) {
            end++;
        }
        return run.substring(at, end);
    }

    private String wordBefore(int mark) {
        int start = mark;
        while (start > 0 && mark - start < 40 && (isWordUnit(run.charAt(start - 1)) || run.charAt(start - 1) == '.')) {
            start--;
        }
        String word = run.substring(start, mark);
        int dash = Math.max(word.lastIndexOf('-'), word.lastIndexOf('—'));
        return word.substring(dash + 1);
    }

    private static boolean isWordUnit(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == '-' || Character.isSurrogate(c);
    }
}
