package coalition.retrieval;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * English words that ask and join but name nothing: question words, auxiliaries, pronouns, articles. In a small folder "when" or
 * "did" may stand nowhere, and would then count as the rarest words of a question; so they never count as terms.
 */
public final class FunctionWords {
    // "doe" and "ha" are what English stemmers make of "does" and "has"
    private static final Set<String> ALL = Pattern.compile(" ")
            .splitAsStream(
                    "a an the and or but nor so than then that this these those there here of to in on at by for with from"
                            + " into onto about as is are was were am be been being do does doe did done have has ha had having will"
                            + " would shall should can could may might must who whom whose what which where when why how i me my you"
                            + " your he him his she her it its we us our they them their if not no yes such any some please")
            .collect(Collectors.toUnmodifiableSet());

    private FunctionWords() {}

    /** These terms, lower-case and perhaps stemmed, without the function words; in order. */
    public static List<String> drop(List<String> terms) {
        return terms.stream().filter(term -> !ALL.contains(term)).toList();
    }
}
