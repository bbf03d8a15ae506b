package coalition.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markers of passages as models write them: {@code [1]}, {@code [1, 3]}, {@code [2-4]}, {@code 【1】}, {@code [^1]}, {@code [passage 1]}, {@code (1)}, {@code ¹}. */
final class Markers {
    private static final String NUMBER =
            "(?:\\^|#|(?:passages?|sources?|documents?|docs?|refs?|citations?|p|s)\\.?:?\\s{0,2})?\\d{1,3}";
    private static final String NUMBERS = NUMBER + "(?:\\s{0,2}(?:,|;|&|-|–|and)\\s{0,2}" + NUMBER + "){0,9}";
    /** With the link that some write behind it. */
    private static final String SQUARE = "\\\\?[\\[【［〔]{1,2}\\s{0,2}" + NUMBERS
            + "\\s{0,2}(?:†[^\\]】]{0,40})?\\\\?[\\]】］〕]{1,2}(?:\\([^()\\s]{0,300}\\))?";
    /** Round brackets are markers only where a sentence ends. */
    static final Pattern MARKER = Pattern.compile(
            "\\*\\*" + SQUARE + "\\*\\*|<sup>(?:" + SQUARE + "|" + NUMBERS + ")</sup>|\\((?:see )?" + SQUARE
                    + "(?:[,; ]{0,2}"
                    + SQUARE + "){0,5}\\)|" + SQUARE + "|\\((?:see )?" + NUMBERS
                    + "\\)(?=\\s*(?:[.!?\\[(]|$|\\n))|[¹²³⁴⁵⁶⁷⁸⁹]",
            Pattern.CASE_INSENSITIVE);
    /** A text that may go on as a marker. */
    private static final Pattern BEGINNING =
            Pattern.compile("(?:\\*{1,2}|<s?u?p?>?|\\()?(?:see )?\\\\?[\\[【［〔]{0,2}[^\\]】］〕)\\n]{0,40}"
                    + "(?:\\\\?[\\]】］〕]{1,2}(?:\\*{1,2}|<?/?s?u?p?|\\([^()\\s]*)?)?");

    private static final int LONGEST_BEGINNING = 60;
    private static final String RAISED = "¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*[-–]\\s*\\D{0,10}(\\d{1,3})|(\\d{1,3})");

    private Markers() {}

    /** The numbers of all markers in a text, ascending, each once. */
    static List<Integer> numbers(String text) {
        TreeSet<Integer> numbers = new TreeSet<>();
        Matcher marker = MARKER.matcher(text);
        while (marker.find()) {
            int raised = RAISED.indexOf(marker.group().charAt(0));
            if (raised >= 0) {
                numbers.add(raised + 1);
            }
            String plain =
                    marker.group().replaceAll("(?<=[\\]】］〕])\\([^()]*\\)", "").replaceAll("†.*", "");
            Matcher range = RANGE.matcher(plain);
            while (range.find()) {
                if (range.group(3) != null) {
                    numbers.add(Integer.valueOf(range.group(3)));
                } else {
                    int first = Integer.parseInt(range.group(1));
                    int last = Integer.parseInt(range.group(2));
                    for (int n = first; n <= Math.min(last, first + 20); n++) {
                        numbers.add(n);
                    }
                }
            }
        }
        return new ArrayList<>(numbers);
    }

    /** Whether the text from a place on is the beginning of a marker and nothing else, so that one must hear more. */
    static boolean mayBegin(String text, int from) {
        return from < text.length()
                && text.length() - from < LONGEST_BEGINNING
                && "[【［〔(*<\\".indexOf(text.charAt(from)) >= 0
                && BEGINNING.matcher(text).region(from, text.length()).matches();
    }

    /** The text without markers and the blanks they leave. */
    static String without(String text) {
        return MARKER.matcher(text)
                .replaceAll("")
                .replaceAll("\\s+([.,;:!?])", "$1")
                .replaceAll("([.!?])\\.(?=\\s|$)", "$1")
                .replaceAll("[ \\t]{2,}", " ")
                .strip();
    }
}
