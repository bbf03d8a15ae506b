package coalition.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markers of passages as models write them: {@code [1]}, {@code [1, 3]}, {@code [2-4]}, {@code 【1】}, {@code [^1]}, {@code [passage 1]}, {@code (1)}, {@code ¹}. */
final class Markers {
    private static final String NUMBER = "(?:\\^|#|(?:passages?|sources?|documents?|doc|p|s)\\.?\\s{0,2})?\\d{1,3}";
    private static final String NUMBERS = NUMBER + "(?:\\s{0,2}(?:,|;|&|-|–|and)\\s{0,2}" + NUMBER + "){0,9}";
    /** Round brackets are markers only where a sentence ends. */
    static final Pattern MARKER = Pattern.compile(
            "[\\[【]\\s{0,2}" + NUMBERS + "\\s{0,2}(?:†[^\\]】]{0,40})?[\\]】]|\\((?:see )?" + NUMBERS
                    + "\\)(?=\\s*(?:[.!?\\[(]|$|\\n))|[¹²³⁴⁵⁶⁷⁸⁹]",
            Pattern.CASE_INSENSITIVE);

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
            Matcher range = RANGE.matcher(marker.group().replaceAll("†.*", ""));
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
