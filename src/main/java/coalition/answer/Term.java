package coalition.answer;

import java.util.Locale;
import java.util.Set;

/**
 * A word or figure of a sentence.
 *
 * @param text as written
 * @param root what its forms have in common, lower case; the digits of a figure
 * @param start its first unit in the text
 * @param end one past its last unit
 * @param kind what it is
 * @param value a figure's value; NaN for words
 * @param unit a figure's unit as a root: {@code percent}, {@code usd}, {@code km}; empty for none known
 */
record Term(String text, String root, int start, int end, Kind kind, double value, String unit) {
    enum Kind {
        /** A number in digits or words. */
        FIGURE,
        /** A capitalised word that is not only capitalised for standing first. */
        NAME,
        /** A word with a meaning of its own. */
        WORD,
        /** Articles, prepositions, auxiliaries, pronouns. */
        FUNCTION,
        /** Punctuation that parts clauses. */
        BREAK
    }

    /** Whether the word or its root is one of these. */
    boolean in(Set<String> words) {
        return words.contains(root) || words.contains(text.toLowerCase(Locale.ROOT));
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
