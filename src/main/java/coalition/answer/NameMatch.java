package coalition.answer;

import java.text.Normalizer;
import java.util.List;

/** Tells whether a name occurs in a text, in another form, as initials or with a slip of the pen too. */
public final class NameMatch {
    private static final int DEMONYM = 4;

    private NameMatch() {}

    /** Whether the name's last word, or its initials, occur among the words. */
    public static boolean mentioned(Name name, List<Token> words) {
        Token last = name.words().getLast();
        return words.stream().anyMatch(w -> same(last, w))
                || (name.acronym() && spelledOut(last.text(), words))
                || (name.words().size() > 2
                        && words.stream().anyMatch(w -> w.text().equals(initials(name))));
    }

    /** Whether two words are one: equal, misspelt, or as "France" and "French". */
    public static boolean same(Token a, Token b) {
        String left = folded(a);
        String right = folded(b);
        if (left.equals(right) || a.stem().equals(b.stem())) {
            return true;
        }
        if (a.number() || b.number()) {
            return false;
        }
        int shared = 0;
        while (shared < Math.min(left.length(), right.length()) && left.charAt(shared) == right.charAt(shared)) {
            shared++;
        }
        return EditDistance.close(left, right)
                || (shared >= DEMONYM && shared * 5 >= Math.max(left.length(), right.length()) * 3);
    }

    /** In lower case without accents. */
    private static String folded(Token token) {
        String lower = token.lower();
        return lower.chars().allMatch(c -> c < 128)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static String initials(Name name) {
        StringBuilder initials = new StringBuilder();
        name.words().forEach(w -> initials.append(Character.toUpperCase(w.text().charAt(0))));
        return initials.toString();
    }

    /** Whether capitalised words in a row start with the letters of an abbreviation; a word may give two letters ("AntiCounterfeiting"). */
    private static boolean spelledOut(String acronym, List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            StringBuilder letters = new StringBuilder();
            for (int j = i; j < words.size() && letters.length() < acronym.length(); j++) {
                if (words.get(j).capitalised()) {
                    words.get(j).text().chars().filter(Character::isUpperCase).forEach(c -> letters.append((char) c));
                } else if (Lexicon.content(words.get(j))) {
                    break;
                }
            }
            if (letters.toString().equals(acronym)) {
                return true;
            }
        }
        return false;
    }
}
