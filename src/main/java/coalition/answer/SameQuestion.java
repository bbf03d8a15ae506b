package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two questions ask the same in other words: the same question word, names, figures, negations and little words that turn a
 * meaning, the same words of content in the same order (forms and, where both questions are near as wholes, synonyms apart). Doubt
 * means no: another answer would be worse than asking again.
 */
final class SameQuestion {
    private static final double NEAR = 0.85;
    private static final double VERY_NEAR = 0.93;
    private static final Pattern POLITE = Pattern.compile(
            "^(?:please|hi|hello|hey|ok|so|and|now)\\b[, ]*|^(?:can|could|would|will) you (?:please )?(?:tell me|say|explain)\\b[, ]*"
                    + "|^(?:do you know|tell me|i want to know|i would like to know|i wonder)\\b[, ]*|[, ]*\\bplease\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME =
            Pattern.compile("\\b(?:in |on )?(?:what|which) (?:year|date|day|month)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:for )?what (?:was|is) the reason (?:that |why )?|\\bhow come\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ASKING = Wording.words("who whom whose what which when where why how");
    /** Little words that change nothing in a question. */
    private static final Set<String> IDLE = Wording.words(
            "the a an of is are was were be been being do does did has have had there it its that this exactly actually"
                    + " really in on at will would");

    private final ToDoubleBiFunction<String, String> nearness;

    /** @param nearness the cosine of two texts */
    SameQuestion(ToDoubleBiFunction<String, String> nearness) {
        this.nearness = nearness;
    }

    boolean same(String one, String other) {
        String mine = plain(one);
        String theirs = plain(other);
        Asking a = Asking.of(mine);
        Asking b = Asking.of(theirs);
        if (!a.little().equals(b.little()) || a.content().size() != b.content().size()) {
            return false;
        }
        boolean synonyms = false;
        for (int i = 0; i < a.content().size(); i++) {
            Term x = a.content().get(i);
            Term y = b.content().get(i);
            if (!form(x, y)) {
                boolean words = !x.is(Kind.FIGURE) && !y.is(Kind.FIGURE) && !capital(x) && !capital(y);
                if (!words || !WordBook.ENGLISH.same(x.root(), y.root())) {
                    return false;
                }
                synonyms = true;
            }
        }
        return nearness.applyAsDouble(mine, theirs) >= (synonyms ? VERY_NEAR : NEAR);
    }

    private static boolean form(Term one, Term other) {
        return (one.is(Kind.FIGURE) || other.is(Kind.FIGURE))
                ? (one.root().equals(other.root()) && one.unit().equals(other.unit()))
                : one.root().equals(other.root());
    }

    private static boolean capital(Term term) {
        return Character.isUpperCase(term.text().charAt(0));
    }

    private static String plain(String question) {
        String plain = question.strip();
        for (int round = 0; round < 2; round++) {
            plain = POLITE.matcher(plain).replaceAll("").strip();
        }
        return REASON.matcher(TIME.matcher(plain).replaceAll("when"))
                .replaceAll("why ")
                .strip();
    }

    /**
     * What a question is made of.
     *
     * @param content names, figures and words in order
     * @param little how often each little word that matters occurs, question words among them
     */
    private record Asking(List<Term> content, Map<String, Long> little) {
        static Asking of(String question) {
            List<Term> content = new ArrayList<>();
            List<String> little = new ArrayList<>();
            for (Term term : Wording.of(question).terms()) {
                String word = term.text().toLowerCase(java.util.Locale.ROOT).replace('’', '\'');
                boolean asking = ASKING.contains(word);
                if (!asking && !term.is(Kind.FUNCTION) && !term.is(Kind.BREAK)) {
                    content.add(term);
                } else if (asking || (!IDLE.contains(word) && !term.is(Kind.BREAK))) {
                    little.add(word.equals("whom") ? "who" : word.endsWith("n't") ? "not" : word);
                }
            }
            return new Asking(
                    List.copyOf(content),
                    little.stream().collect(Collectors.groupingBy(w -> w, Collectors.counting())));
        }
    }
}
