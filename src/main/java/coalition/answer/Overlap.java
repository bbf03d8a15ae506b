package coalition.answer;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How much two sentences say the same. */
public final class Overlap {
    private static final double SAME = .7;

    private Overlap() {}

    /** Whether the second sentence adds little to the first: most of its content words stand there already. */
    public static boolean repeats(String first, String second) {
        Set<String> known = content(first);
        Set<String> said = content(second);
        if (said.isEmpty()) {
            return true;
        }
        Set<String> both = new HashSet<>(said);
        both.retainAll(known);
        return both.size() >= SAME * Math.min(said.size(), known.size()) && both.size() >= SAME * .8 * said.size();
    }

    /** The stems of a text's content words. */
    public static Set<String> content(String text) {
        return Token.all(text).stream()
                .filter(Lexicon::content)
                .map(Token::stem)
                .collect(Collectors.toSet());
    }
}
