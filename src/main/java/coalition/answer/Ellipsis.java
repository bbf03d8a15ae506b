package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a whole question of a bare question word, from the question before it. */
final class Ellipsis {
    private static final Pattern LEADING_PLACE = Pattern.compile(
            "^(?:(?:in|on|at|by|for|to|from|since|until|with) )?(?:who|whom|whose|what|which|when|where|why|how)\\b"
                    + "(?: (?:many|much|long|old|often|far|year|date|day|month|city|country|place|time|reason))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private Ellipsis() {}

    /**
     * Asks the word of what the question before asked about.
     *
     * @param word the question word or words: "when", "since when", "how many"
     * @param before a whole question
     */
    static String expand(String word, String before) {
        String head = word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
        String plain = PlainQuestion.of(before).replaceAll("[?.!\\s]+$", "");
        List<Token> tokens = Token.all(plain);
        if (!tokens.isEmpty() && Lexicon.AUXILIARIES.contains(tokens.getFirst().lower())) {
            return head + " " + lowered(plain) + "?";
        }
        Matcher leading = LEADING_PLACE.matcher(plain);
        if (!leading.find()) {
            return head + ": " + plain + "?";
        }
        String rest = plain.substring(leading.end());
        List<Token> body = Token.all(rest);
        boolean inverted = body.size() > 1
                && Lexicon.AUXILIARIES.contains(body.getFirst().lower())
                && !(leading.group().strip().toLowerCase(Locale.ROOT).matches("who|what|which")
                        && body.size() > 1
                        && participleOrVerb(body.get(1)));
        return inverted ? head + " " + rest + "?" : head + " was it that somebody " + rest + "?";
    }

    private static boolean participleOrVerb(Token token) {
        return token.lower().endsWith("ing") || token.lower().endsWith("ed");
    }

    private static String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
