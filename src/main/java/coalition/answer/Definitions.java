package coalition.answer;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which sentences say in passing what something is: "Oak, a mill in Ashby, closed", "Oak Ltd (“the Buyer”)", "mills such as
 * Oak", "Oak, Elm and other mills" (the patterns of Hearst, 1992).
 */
final class Definitions {
    private static final Pattern APPOSITION =
            Pattern.compile("^(?:The )?([^,;:.]{1,60}), (?:an?|the|its|their|his|her|our)\\b [^,;]{3,120}(?:,|\\.$)");
    private static final Pattern TERM = Pattern.compile(
            "\\((?:(?:hereinafter|hereafter|together|also|referred to as|called|as|the) ){0,4}[\"“']{1,2}(?:the )?([^\"“”']{2,40})[\"”']{1,2}\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXAMPLES = Pattern.compile(
            "\\b\\p{L}{2,}s,? (?:such as|including|like|(?:that|which) includes?) ([^.;:()]{2,120})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND_OTHERS =
            Pattern.compile("(?:^|[;:(] ?)([^.;:()]{2,120}?),? (?:and|or) other (?:\\p{L}+ ){0,3}?\\p{L}{2,}s\\b");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|\\band\\b|\\bor\\b)\\s*");

    private Definitions() {}

    /**
     * Whether the sentence says in an apposition what the question's subject is, in a contract's bracket who is called so, or of what
     * it is an example.
     */
    static boolean names(QuestionAnalysis analysis, String sentence) {
        Set<String> asked = Fitness.topic(analysis);
        Matcher apposition = APPOSITION.matcher(sentence);
        if (apposition.find() && isSame(asked, apposition.group(1))) {
            return true;
        }
        Matcher term = TERM.matcher(sentence);
        while (term.find()) {
            if (isSame(asked, term.group(1))) {
                return true;
            }
        }
        return isExample(asked, EXAMPLES.matcher(sentence)) || isExample(asked, AND_OTHERS.matcher(sentence));
    }

    private static boolean isExample(Set<String> asked, Matcher examples) {
        while (examples.find()) {
            if (BETWEEN.splitAsStream(examples.group(1)).anyMatch(example -> isSame(asked, example))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Set<String> asked, String name) {
        Set<String> named = Overlap.content(name);
        return !asked.isEmpty() && named.containsAll(asked) && named.size() <= asked.size() + 2;
    }
}
