package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart a sentence that joins statements: "A left in 2016, and B joined" is two, "A and B left" is one. */
final class Conjuncts {
    private static final Pattern JOINT =
            Pattern.compile("; (?:and |but |however, |meanwhile, )?|, (?:and|but|while|whereas) | and ");
    private static final Set<String> VERBS =
            Wording.words("is are was were has had have will would can could may did does do");
    private static final Set<String> LEANING =
            Wording.words("he she it they this that these those which who also then");

    private Conjuncts() {}

    /** The statements, in order, each a sentence of its own; the sentence alone where it cannot be taken apart. */
    static List<String> of(String sentence) {
        Matcher joint = JOINT.matcher(sentence);
        while (joint.find()) {
            String first = sentence.substring(0, joint.start()).strip() + ".";
            String second = capital(sentence.substring(joint.end()).strip());
            if (whole(first, false) && whole(second, true)) {
                return List.of(first, second);
            }
        }
        return List.of(sentence);
    }

    /** Whether the words have a subject and a verb of their own. */
    private static boolean whole(String text, boolean second) {
        List<Term> terms = Wording.of(text).terms();
        long content = terms.stream()
                .filter(t -> !t.is(Kind.FUNCTION) && !t.is(Kind.BREAK))
                .count();
        if (terms.size() < 4 || content < 2) {
            return false;
        }
        Term start = terms.getFirst();
        boolean leans = second && (start.in(LEANING) || Roles.verbal(start) || start.in(VERBS));
        return !leans && terms.subList(1, terms.size()).stream().anyMatch(Conjuncts::verb);
    }

    private static boolean verb(Term term) {
        return term.in(VERBS)
                || (term.is(Kind.WORD) && (Roles.verbal(term) || term.text().matches("[a-z]{3,}[^su]s")));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
