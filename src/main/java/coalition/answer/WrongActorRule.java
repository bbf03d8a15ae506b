package coalition.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses a question that takes for granted what the best sentence says of somebody else, or denies: "Why did Ann leave?" where
 * Ben left, or where it is said that Ann did not leave. It objects only where the sentence has the asked verb.
 */
final class WrongActorRule implements AbstentionRule {
    private static final Set<String> DENIALS =
            Lexicon.words("not never no nobody none neither nor without don't doesn't"
                    + " didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't cannot can't");
    private static final int REACH = 6;

    @Override
    public String name() {
        return "wrong-actor";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        QuestionAnalysis analysis = inquiry.analysis();
        List<Chosen> chosen = inquiry.chosen();
        if (chosen.isEmpty() || analysis.action().isEmpty() || analysis.asked() == Asked.YES_NO) {
            return Optional.empty();
        }
        String sentence = PlainWords.of(chosen.getFirst().sentence().text()).text();
        List<Token> words = Token.all(sentence);
        int verb = verb(words, analysis.action());
        if (verb < 0) {
            return Optional.empty();
        }
        if (denied(words, verb) && !denies(analysis.text())) {
            return refused(analysis);
        }
        return actor(inquiry).filter(a -> otherActs(a, sentence, words, verb)).flatMap(a -> refused(analysis));
    }

    private static Optional<Refusal> refused(QuestionAnalysis analysis) {
        return Optional.of(new Refusal(
                Reason.FALSE_PREMISE,
                "The documents do not say what “" + analysis.text().strip()
                        + "” takes for granted. What they do say:"));
    }

    /** The name that does the asked thing. */
    private static Optional<Name> actor(Inquiry inquiry) {
        String subject = inquiry.analysis().subject();
        int start = inquiry.analysis().text().indexOf(subject);
        return subject.isEmpty()
                ? Optional.empty()
                : QuestionNames.of(inquiry).stream()
                        .filter(n -> n.start() < start + subject.length() && start < n.end())
                        .findFirst();
    }

    /** Whether another name stands before the verb and the asked one does not. */
    private static boolean otherActs(Name actor, String sentence, List<Token> words, int verb) {
        List<Token> before = words.subList(clause(sentence, words, verb), verb);
        boolean passive = verb > 0 && Lexicon.BE.contains(words.get(verb - 1).lower());
        boolean here = NameMatch.mentioned(actor, before);
        boolean pronoun = before.stream()
                .anyMatch(t -> Lexicon.PERSONAL.contains(t.lower()) || t.lower().equals("who"));
        List<Name> others = Names.in(sentence).stream()
                .filter(n -> n.end() <= words.get(verb).start()
                        && (before.isEmpty() || n.start() >= before.getFirst().start()))
                .toList();
        return !passive && !here && !pronoun && !others.isEmpty();
    }

    /** Index of the first word of the verb's clause: after the last semicolon, or the sentence's start. */
    private static int clause(String sentence, List<Token> words, int verb) {
        for (int i = verb; i > 0; i--) {
            if (sentence.substring(words.get(i - 1).end(), words.get(i).start()).contains(";")) {
                return i;
            }
        }
        return 0;
    }

    private static int verb(List<Token> words, String action) {
        for (int i = 0; i < words.size(); i++) {
            if (Verbs.same(words.get(i).lower(), action) && i > 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean denied(List<Token> words, int verb) {
        return words.subList(Math.max(0, verb - REACH), verb).stream().anyMatch(t -> DENIALS.contains(t.lower()));
    }

    private static boolean denies(String question) {
        return Token.all(question).stream().anyMatch(t -> DENIALS.contains(t.lower()));
    }
}
