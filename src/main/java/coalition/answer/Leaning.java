package coalition.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a sentence leans on the one before it: it opens with a pronoun or connective that points back. */
public final class Leaning {
    private static final Set<String> POINTING = Lexicon.words(
            "he she it they his her its their him them this these those such both neither another others however therefore"
                    + " thus moreover furthermore instead nevertheless nonetheless meanwhile consequently hence but and so"
                    + " also then afterwards later similarly likewise conversely additionally accordingly otherwise still"
                    + " yet besides or nor that there");
    private static final Set<String> BACKWARD =
            Lexicon.words("latter former same move decision latters two pair pairs three change result");
    private static final Pattern EMPTY_IT = Pattern.compile(
            "^it (?:is|was|has been|had been|will be|may be|seems|appears|became|remains|takes|took) (?:also |widely |generally |often |now |not |then |thought |commonly )*"
                    + "(?:estimated|believed|known|said|thought|possible|likely|unclear|clear|important|necessary|reported|expected|assumed|argued|true|that|until|only|in|on|at|during|after|because|for|easy|difficult|hard|worth)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern EXISTENTIAL = Pattern.compile(
            "^there (?:is|are|was|were|has|have|will|can|may|exists?)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TIME_FIRST = Pattern.compile(
            "^(?:In|Since|Until|By|From|After|Before|During) (?:\\p{Lu}\\p{Ll}+ )?\\d{4} (?:he|she|they|it) (?!is (?:said|known)|was (?:said|known))");
    private static final Set<String> SUBJECTS = Lexicon.words("he she they it");

    private Leaning() {}

    /** Whether the sentence is hard to understand without its predecessor. */
    public static boolean on(String sentence) {
        String plain = PlainWords.of(sentence).text().replaceAll("^[\\s“”\"'‘(\\[]+", "");
        List<Token> tokens = Token.all(plain);
        if (tokens.size() < 2
                || EMPTY_IT.matcher(plain).matches()
                || EXISTENTIAL.matcher(plain).matches()) {
            return tokens.size() == 1 && POINTING.contains(tokens.getFirst().lower());
        }
        String first = tokens.getFirst().lower();
        if (POINTING.contains(first)) {
            return !resolvedLater(first, tokens);
        }
        if (first.equals("the") && BACKWARD.contains(tokens.get(1).lower()) && tokens.size() > 2) {
            return !tokens.get(2).lower().equals("of") && !tokens.get(2).lower().equals("to");
        }
        return pronounAfterOpening(plain, tokens);
    }

    /** "This past week", "Both Anna and Ben", "Later that year the …" with a name of its own. */
    private static boolean resolvedLater(String first, List<Token> tokens) {
        boolean counted = first.equals("both") || first.equals("later") || first.equals("also");
        boolean time = first.equals("this")
                && Set.of("past", "week", "month", "year", "morning")
                        .contains(tokens.get(1).lower());
        return time || (counted && tokens.stream().skip(1).limit(4).anyMatch(Token::capitalised));
    }

    /** "In 1990, he moved": the pronoun comes before any name it could stand for. */
    private static boolean pronounAfterOpening(String plain, List<Token> tokens) {
        if (TIME_FIRST.matcher(plain).find()) {
            return true;
        }
        int comma = plain.indexOf(',');
        if (comma < 0 || comma > 60) {
            return false;
        }
        for (Token token : tokens) {
            if (token.start() > comma) {
                return SUBJECTS.contains(token.lower())
                        && Names.in(plain.substring(0, comma)).stream().allMatch(n -> n.initial());
            }
        }
        return false;
    }
}
