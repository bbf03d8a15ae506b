package coalition.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what is asked together: "Who founded it and when?" */
final class QuestionParts {
    private static final String WH = "(?:who|whom|whose|what|which|when|where|why|how)";
    private static final String AUX =
            "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)";
    private static final Pattern TWO_HEADS = Pattern.compile(
            "^(" + WH + ")(?:,? and |, | or )(" + WH + "|how many|how much)\\b (?=" + AUX + "\\b)(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINT = Pattern.compile(
            "(?:\\?+\\s*(?:and |also |or )?|;\\s*(?:and )?|,?\\s+and(?: also)? |,\\s+)(?=(?:(?:in|at|on|for|from|by|to|with) )?"
                    + WH
                    + "\\b(?: (?:many|much|long|old|often|far|high|tall|big|large|deep|fast|wide|heavy))? (?:" + AUX
                    + "\\b|\\w+ (?:" + AUX + ")\\b|\\w+ed\\b)"
                    + "|" + WH + "\\s*\\?*$)|\\?+\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ELLIPSIS = Pattern.compile("^(" + WH + ")\\s*[?.]*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern THING = Pattern.compile(
            "(?<=\\s)((?:the|a|an) (?:\\p{L}+ ?){1,3}?(?=\\?|$| (?:of|for|in|on|to|by|from|at)\\b)|(?:\\p{Lu}[\\p{L}-]+ ?)+)[^?]*\\?*$");
    private static final Pattern DEFINED = Pattern.compile(
            "^(?:who|what) (?:is|are|was|were) ((?:[\\p{L}\\p{N}.&-]+ ?){1,3})\\?*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRONOUN = Pattern.compile("\\b(?:it|its|them|they)\\b", Pattern.CASE_INSENSITIVE);

    private QuestionParts() {}

    /** The single questions in order, at most four; the question itself where it asks one thing. */
    static List<String> of(String question) {
        Matcher heads = TWO_HEADS.matcher(question);
        if (heads.find()) {
            return List.of(heads.group(1) + " " + heads.group(3), heads.group(2) + " " + heads.group(3));
        }
        List<String> parts = new ArrayList<>();
        Matcher joint = JOINT.matcher(question);
        int from = 0;
        while (joint.find()) {
            if (asks(question.substring(from, joint.start()))) {
                parts.add(question.substring(from, joint.start()).strip() + "?");
                from = joint.end();
            }
        }
        parts.add(question.substring(from).strip());
        if (parts.size() == 1 || parts.size() > 4) {
            return List.of(question);
        }
        return parts.stream().map(part -> completed(part, parts.getFirst())).toList();
    }

    private static boolean asks(String part) {
        List<Token> tokens = Token.all(part);
        return tokens.size() >= 2
                && tokens.stream().anyMatch(Lexicon::content)
                && tokens.stream()
                        .limit(3)
                        .anyMatch(t ->
                                Lexicon.QUESTION_WORDS.contains(t.lower()) || Lexicon.AUXILIARIES.contains(t.lower()));
    }

    /** "when?" after "Who founded the club?" asks when that was; "who runs it?" asks for the club. */
    private static String completed(String part, String first) {
        Matcher bare = ELLIPSIS.matcher(part);
        if (bare.matches()) {
            return Ellipsis.expand(bare.group(1), first);
        }
        Matcher thing = THING.matcher(first);
        Matcher whole = DEFINED.matcher(first);
        Matcher pronoun = PRONOUN.matcher(part);
        boolean named = whole.matches();
        if (part.equals(first) || !(named || thing.find()) || !pronoun.find()) {
            return part;
        }
        String name = (named ? whole : thing).group(1).strip();
        return pronoun.replaceFirst(
                Matcher.quoteReplacement(pronoun.group().equalsIgnoreCase("its") ? name + "'s" : name));
    }
}
