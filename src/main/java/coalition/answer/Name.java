package coalition.answer;

import java.util.List;

/**
 * A proper name in a text: a run of capitalised words, also with small words inside ("Bank of England").
 *
 * @param text as it is written
 * @param start its first unit in the text
 * @param end one past its last unit
 * @param words its words in order, without the small ones
 * @param initial whether it is a single word that starts a sentence, so that its capital proves nothing
 */
public record Name(String text, int start, int end, List<Token> words, boolean initial) {
    public Name {
        words = List.copyOf(words);
    }

    /** Whether its words are capitals only, as in "NATO". */
    public boolean acronym() {
        return words.size() == 1
                && words.getFirst().text().length() > 1
                && words.getFirst().text().chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }
}
