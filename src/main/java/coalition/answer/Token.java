package coalition.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a number of a text. Hyphenated words are cut at the hyphen, a possessive ending is left out.
 *
 * @param text the word as it is written
 * @param start its first unit in the text
 * @param end one past its last unit
 */
public record Token(String text, int start, int end) {
    private static final Pattern WORD =
            Pattern.compile("\\p{N}+(?:[.,:]\\p{N}+)*\\p{L}*|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’&][\\p{L}\\p{M}]+)*");
    private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]$");

    /** The words and numbers of a text in order; empty where there are none. */
    public static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            Matcher possessive = POSSESSIVE.matcher(matcher.group());
            String word = possessive.find() ? matcher.group().substring(0, possessive.start()) : matcher.group();
            tokens.add(new Token(word, matcher.start(), matcher.start() + word.length()));
        }
        return tokens;
    }

    /** In lower case, with plain apostrophes. */
    public String lower() {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    /** The stem: lower case without the endings of plural, past and present participle. */
    public String stem() {
        return Stem.of(lower());
    }

    /** Whether it has an upper-case letter. */
    public boolean capitalised() {
        return text.chars().anyMatch(Character::isUpperCase);
    }

    /** Whether it starts with a digit. */
    public boolean number() {
        return Character.isDigit(text.charAt(0));
    }
}
