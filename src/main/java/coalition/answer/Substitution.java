package coalition.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the question before of somebody or something else. */
final class Substitution {
    private static final Set<String> POINTING = Lexicon.words("he she him it they them");

    private static final String SAY = "What do the documents say about ";

    private Substitution() {}

    /**
     * The question before with the new name in place of the name it was about.
     *
     * @param other what is asked about now: a name, a year, a few words
     * @return empty where {@code other} is a question of its own
     */
    static Optional<String> of(String other, String before) {
        List<Token> tokens = Token.all(other);
        boolean sentence = tokens.size() > 5
                || tokens.stream()
                        .anyMatch(t -> Lexicon.QUESTION_WORDS.contains(t.lower())
                                || Lexicon.AUXILIARIES.contains(t.lower())
                                || Lexicon.PERSONAL.contains(t.lower()));
        if (sentence || tokens.isEmpty()) {
            return Optional.empty();
        }
        String plain = before.replaceAll("\\s*[?.!]+$", "");
        Optional<Token> year =
                Token.all(plain).stream().filter(Substitution::year).findFirst();
        if (year(tokens.getLast()) && year.isPresent()) {
            return Optional.of(replaced(
                    plain,
                    year.get().start(),
                    year.get().end(),
                    tokens.getLast().text()));
        }
        String words = other.strip().replaceAll("^(?:in|at|for|of|with) ", "");
        Optional<Token> pronoun = Token.all(plain).stream()
                .filter(t -> POINTING.contains(t.lower())
                        || (t.end() == plain.length() && t.lower().matches("that|this")))
                .findFirst();
        if (pronoun.isPresent()) {
            return Optional.of(
                    replaced(plain, pronoun.get().start(), pronoun.get().end(), words));
        }
        if (plain.startsWith(SAY)) {
            return Optional.of(SAY + words + "?");
        }
        List<Name> names = Names.in(plain).stream().filter(n -> !n.initial()).toList();
        if (names.isEmpty()) {
            return Optional.of(plain + " " + other.strip() + "?");
        }
        Name subject = names.getFirst();
        boolean twice = plain.substring(0, subject.start()).endsWith("the ") && words.startsWith("the ");
        return Optional.of(replaced(plain, subject.start(), subject.end(), twice ? words.substring(4) : words));
    }

    private static String replaced(String text, int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end) + "?";
    }

    private static boolean year(Token token) {
        return token.text().matches("1\\d{3}|20\\d{2}");
    }
}
