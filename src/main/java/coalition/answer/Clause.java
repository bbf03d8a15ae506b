package coalition.answer;

import java.util.List;
import java.util.Set;

/**
 * Who does what in a question with the verb "do", "have" or a modal before its subject, as far as word order tells.
 *
 * @param from index of the subject's first token
 * @param to one past the subject's last token; equal to {@code from} where no subject was found
 * @param tokens of the whole question
 * @param action the main verb, lower case; empty where it was not found
 */
record Clause(int from, int to, List<Token> tokens, String action) {
    private static final Set<String> BEFORE_SUBJECT = Lexicon.words(
            "do does did has have had can could will would shall"
                    + " should may might must don't doesn't didn't hasn't haven't hadn't won't wouldn't couldn't can't");

    Clause {
        tokens = List.copyOf(tokens);
    }

    static Clause of(List<Token> tokens) {
        int auxiliary = auxiliary(tokens);
        if (auxiliary < 0) {
            return new Clause(0, 0, tokens, "");
        }
        int from = auxiliary + 1;
        while (from < tokens.size()
                && Lexicon.DETERMINERS.contains(tokens.get(from).lower())) {
            from++;
        }
        int to = named(tokens, from);
        if (to > from) {
            return new Clause(from, to, tokens, verbFrom(tokens, to));
        }
        int end = from;
        while (end < tokens.size() && Lexicon.content(tokens.get(end)) && !capital(tokens.get(end))) {
            end++;
        }
        boolean objectFollows = end < tokens.size()
                && (Lexicon.DETERMINERS.contains(tokens.get(end).lower()) || capital(tokens.get(end)));
        if (end - from == 2 || (end - from > 2 && objectFollows)) {
            return new Clause(from, end - 1, tokens, tokens.get(end - 1).lower());
        }
        return new Clause(0, 0, tokens, "");
    }

    /** The subject's words as they stand in the question; empty where none was found. */
    String subject(String text) {
        return to == from
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private static int auxiliary(List<Token> tokens) {
        for (int i = 0; i < Math.min(tokens.size() - 1, 8); i++) {
            if (BEFORE_SUBJECT.contains(tokens.get(i).lower())) {
                return i;
            }
        }
        return -1;
    }

    private static int named(List<Token> tokens, int from) {
        int to = from;
        while (to < tokens.size() && capital(tokens.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean capital(Token token) {
        return token.capitalised() && !Lexicon.STOP.contains(token.lower());
    }

    private static String verbFrom(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + 3); i++) {
            String word = tokens.get(i).lower();
            if (Lexicon.PREPOSITIONS.contains(word) || Lexicon.DETERMINERS.contains(word)) {
                return "";
            }
            if (!Lexicon.ADVERBS.contains(word) && !Lexicon.AUXILIARIES.contains(word)) {
                return word;
            }
        }
        return "";
    }
}
