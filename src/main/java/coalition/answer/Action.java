package coalition.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A verb in a sentence.
 *
 * @param sentence the sentence without Markdown's marks
 * @param words its words
 * @param verb index of the verb among them, 1 or more
 */
record Action(String sentence, List<Token> words, int verb) {
    private static final Set<String> DENIALS = Lexicon.words("not never no nobody none neither nor don't doesn't"
            + " didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't cannot can't"
            + " isnt arent wasnt werent dont doesnt didnt hasnt havent couldn't couldnt shouldn't without");
    private static final Set<String> BEFORE_GERUND = Lexicon.words("by after before when while");
    private static final int REACH = 6;

    Action {
        words = List.copyOf(words);
    }

    /** Who acts. */
    enum Who {
        /** The name asked about. */
        ASKED,
        /** Another name, and the asked one does not stand before the verb. */
        OTHER,
        /** A pronoun, or nobody by name. */
        OPEN
    }

    /** The first place where the verb, or one that says nearly the same, is used as a verb; empty where it is not. */
    static Optional<Action> in(String quote, String action) {
        String sentence = PlainWords.of(quote).text();
        List<Token> words = Token.all(sentence);
        for (int i = 1; i < words.size(); i++) {
            if (Verbs.same(words.get(i).lower(), action) && isFinite(words, i)) {
                return Optional.of(new Action(sentence, words, i));
            }
        }
        return Optional.empty();
    }

    /** Whether a word that denies stands shortly before the verb. */
    boolean isDenied() {
        return denies(words.subList(Math.max(0, verb - REACH), verb));
    }

    static boolean denies(List<Token> words) {
        return words.stream().anyMatch(t -> DENIALS.contains(t.lower()));
    }

    /** Whether this name acts, or another one. */
    Who by(Name actor) {
        List<Token> before = words.subList(clause(), verb);
        boolean open = Lexicon.BE.contains(words.get(verb - 1).lower())
                || before.stream()
                        .anyMatch(t -> Lexicon.PERSONAL.contains(t.lower())
                                || t.lower().equals("who"));
        if (NameMatch.mentioned(actor, before)) {
            return Who.ASKED;
        }
        boolean others = Names.in(sentence).stream()
                .anyMatch(n -> n.end() <= words.get(verb).start()
                        && !before.isEmpty()
                        && n.start() >= before.getFirst().start());
        return others && !open ? Who.OTHER : Who.OPEN;
    }

    /** Index of the first word of the verb's clause: after the last semicolon, or the sentence's start. */
    private int clause() {
        for (int i = verb; i > 0; i--) {
            if (sentence.substring(words.get(i - 1).end(), words.get(i).start()).contains(";")) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the word is used as a verb, not as the noun that is spelt like it: "began", "to start", "by starting", but not "the start". */
    private static boolean isFinite(List<Token> words, int i) {
        String word = words.get(i).lower();
        String before = words.get(i - 1).lower();
        return word.endsWith("ed")
                || Verbs.isPast(word)
                || before.equals("to")
                || (word.endsWith("ing") && BEFORE_GERUND.contains(before))
                || DENIALS.contains(before)
                || Lexicon.AUXILIARIES.contains(before)
                || words.get(i - 1).capitalised();
    }
}
