package coalition.answer;

import java.util.Set;
import java.util.regex.Pattern;

/** How well a sentence's form fits what is asked, in the units of a candidate's score; 0 where form tells nothing. */
final class Fitness {
    private static final Pattern QUOTED = Pattern.compile("[“\"«][^”\"»]*\\p{L}[^”\"»]*[”\"»]");
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|since|due to|owing to|thanks to|in response|as a result|so that|in order to|reasons?|caused?|therefore|in protest|to (?:avoid|prevent|protect|ensure|reduce|help|allow|make))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IS_A = Pattern.compile(
            "^(?:The |An? )?([^,;]{1,80}?)(?: \\([^)]*\\))?(?:,[^,]{1,80},)? (?:is|are|was|were|means|refers to|stands for) (?:(?:also|the|an?|one of)\\b|\\p{Ll}+)");

    private Fitness() {}

    static double of(QuestionAnalysis analysis, String sentence) {
        String plain = PlainWords.of(sentence).text();
        return switch (analysis.asked()) {
            case DEFINITION -> defines(analysis, plain) ? 1.5 : 0;
            case QUOTE -> quotes(plain);
            case WHY -> REASON.matcher(plain).find() ? .5 : 0;
            case WHEN, HOW_MANY -> counted(plain) ? .5 : 0;
            default -> 0;
        };
    }

    /** Whether the sentence opens with all of the question's content words as its subject and says what that is. */
    static boolean defines(QuestionAnalysis analysis, String sentence) {
        var matcher = IS_A.matcher(sentence);
        if (!matcher.find()) {
            return false;
        }
        Set<String> subject = Overlap.content(matcher.group(1));
        Set<String> asked = Overlap.content(String.join(" ", analysis.keywords()));
        return !asked.isEmpty() && subject.containsAll(asked) && subject.size() <= asked.size() + 4;
    }

    private static double quotes(String sentence) {
        boolean speech = Token.all(sentence).stream().anyMatch(t -> Lexicon.SPEECH.contains(t.lower()));
        return (QUOTED.matcher(sentence).find() ? 1 : 0) + (speech ? .5 : 0);
    }

    private static boolean counted(String sentence) {
        return Token.all(sentence).stream()
                .anyMatch(t -> t.number()
                        || Lexicon.NUMBERS.contains(t.lower())
                        || (Lexicon.MONTHS.contains(t.lower()) && t.capitalised()));
    }
}
