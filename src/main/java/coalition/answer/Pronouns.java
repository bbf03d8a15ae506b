package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts names in the place of pronouns that point out of a question. */
final class Pronouns {
    private static final Set<String> PERSONS = Lexicon.words("he she him his her hers");
    private static final Set<String> THINGS = Lexicon.words("it its");
    private static final Set<String> GROUPS = Lexicon.words("they them their theirs");
    private static final Set<String> OWNING = Lexicon.words("his its their hers theirs");

    private static final Set<String> POINTING = Lexicon.words("this that these those");

    private final Focus focus;

    Pronouns(Focus focus) {
        this.focus = focus;
    }

    /** The question with names for pronouns; the question itself where none points out of it. */
    String resolve(String question) {
        List<Token> tokens = Token.all(question);
        StringBuilder resolved = new StringBuilder();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> name = meant(tokens, i, question);
            if (name.isPresent()) {
                resolved.append(question, from, tokens.get(i).start()).append(formed(name.get(), tokens, i));
                from = tokens.get(i).end();
            }
        }
        return resolved.append(question.substring(from)).toString();
    }

    private Optional<String> meant(List<Token> tokens, int i, String question) {
        String word = tokens.get(i).lower();
        if (PERSONS.contains(word)) {
            return antecedentWithin(tokens, i, question, true)
                    ? Optional.empty()
                    : focus.person(Gender.ofPronoun(word));
        }
        if (THINGS.contains(word)) {
            return antecedentWithin(tokens, i, question, false) || empty(tokens, i) ? Optional.empty() : focus.thing();
        }
        if (POINTING.contains(word) && i > 0 && i == tokens.size() - 1 && !Lexicon.content(tokens.getFirst())) {
            return focus.asked();
        }
        if (GROUPS.contains(word)) {
            return antecedentWithin(tokens, i, question, false) ? Optional.empty() : focus.group();
        }
        return Optional.empty();
    }

    /** Whether the question itself names, before the pronoun, what it may stand for. */
    private static boolean antecedentWithin(List<Token> tokens, int pronoun, String question, boolean person) {
        int place = tokens.get(pronoun).start();
        for (Name name : Names.in(question)) {
            boolean fits = !person || Focus.personal(name, "", "") > 0;
            if (name.end() <= place
                    && fits
                    && !(name.initial()
                            && Lexicon.STOP.contains(name.words().getFirst().lower()))) {
                return true;
            }
        }
        for (int i = 0; i + 1 < pronoun; i++) {
            boolean noun = tokens.get(i).lower().equals("the") && Lexicon.content(tokens.get(i + 1));
            if (noun && !person) {
                return true;
            }
        }
        return false;
    }

    /** "Is it true that", "when did it rain". */
    private static boolean empty(List<Token> tokens, int i) {
        boolean weather = i + 1 < tokens.size()
                && Set.of(
                                "rain",
                                "snow",
                                "take",
                                "true",
                                "possible",
                                "necessary",
                                "mean",
                                "likely",
                                "legal",
                                "allowed",
                                "that",
                                "safe")
                        .contains(tokens.get(i + 1).lower());
        return weather && tokens.size() > i + 2;
    }

    private static String formed(String name, List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        boolean owner = OWNING.contains(word)
                || (word.equals("her") && i + 1 < tokens.size() && Lexicon.content(tokens.get(i + 1)));
        String text = owner ? name + "'s" : name;
        return i == 0 ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    }
}
