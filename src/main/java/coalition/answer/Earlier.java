package coalition.answer;

import java.util.List;
import java.util.regex.Pattern;

/** Questions for what was before something else, and sentences that tell it: "came to Oak from Elm" for "where was she before Oak?" */
final class Earlier {
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:before|previous|previously|former|formerly|prior|earlier|used to)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOVED = Pattern.compile(
            "\\b(?:came|come|comes|joined|joins|moved|moves|switched|transferred|returned|went)\\b[^.]{0,60}\\bfrom\\b(?= \\p{Lu}| the \\p{Lu})");
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:before|previous|previously|former|formerly|prior|earlier|until|had been|used to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST = 2;

    private Earlier() {}

    static boolean isAsked(QuestionAnalysis analysis) {
        return ASKED.matcher(analysis.text()).find();
    }

    static boolean isTold(String sentence) {
        return TOLD.matcher(sentence).find() || MOVED.matcher(sentence).find();
    }

    /** Whether a sentence tells from where somebody came to what is asked about, with at least two words of the question, all its names among them. */
    static boolean isTold(QuestionAnalysis analysis, String sentence, List<Token> words) {
        if (!isAsked(analysis) || !MOVED.matcher(sentence).find()) {
            return false;
        }
        long shared = analysis.keywords().stream()
                .filter(k -> words.stream().anyMatch(w -> w.stem().equals(Stem.of(k))))
                .count();
        return shared >= FEWEST
                && analysis.names().stream().filter(n -> !n.initial()).allMatch(n -> NameMatch.mentioned(n, words));
    }
}
