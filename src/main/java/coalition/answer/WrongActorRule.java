package coalition.answer;

import coalition.document.Sentence;
import coalition.retrieval.Passage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Refuses a question that takes for granted what the sources say of somebody else, or deny: "Why did Ann leave?" where Ben left,
 * or where it is said that Ann did not leave. It objects only where the asked verb is there and the one asked about never does it.
 */
final class WrongActorRule implements AbstentionRule {
    private static final int LONGEST_NAME = 3;
    private static final Pattern DEEDS =
            Pattern.compile("what (?:did|does|do|has|have) .+ (?:do|done)\\W*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BEHIND = Lexicon.words("of from to with against for at in on about");

    @Override
    public String name() {
        return "wrong-actor";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        QuestionAnalysis analysis = inquiry.analysis();
        boolean supposes = !analysis.action().isEmpty()
                && analysis.asked() != Asked.YES_NO
                && analysis.asked() != Asked.QUOTE
                && !inquiry.chosen().isEmpty();
        if (!supposes) {
            return isAskedForDeeds(inquiry)
                            && QuestionNames.of(inquiry).stream()
                                    .findFirst()
                                    .filter(a -> isOnlyMentioned(a, inquiry))
                                    .isPresent()
                    ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, ""))
                    : Optional.empty();
        }
        Optional<Name> actor = actor(inquiry);
        Optional<Action> best = Action.in(inquiry.chosen().getFirst().sentence().text(), analysis.action());
        Chosen first = inquiry.chosen().getFirst();
        if (actor.filter(a -> isSubjectOf(a, first.run().chunk().title()))
                .filter(a -> !isDoneTo(a, best, first.sentence().text()))
                .isPresent()) {
            return Optional.empty();
        }
        boolean wrong = best.isPresent() ? contradicts(best.get(), actor, analysis) : onlyOthersAct(inquiry, actor);
        return wrong
                ? Optional.of(new Refusal(
                        Reason.FALSE_PREMISE,
                        "The documents do not say what “" + inquiry.standalone().strip() + "” takes for granted."))
                : Optional.empty();
    }

    private static boolean isAskedForDeeds(Inquiry inquiry) {
        return !inquiry.chosen().isEmpty()
                && DEEDS.matcher(inquiry.analysis().text()).matches();
    }

    /** "What did Ann do?" - "Ben sold the pictures of Ann.": whether the name only ever stands behind a preposition. */
    private static boolean isOnlyMentioned(Name actor, Inquiry inquiry) {
        List<Token> words = Token.all(inquiry.chosen().getFirst().run().shown());
        List<Integer> places = IntStream.range(0, words.size())
                .filter(i -> NameMatch.mentioned(actor, List.of(words.get(i))))
                .boxed()
                .toList();
        return !places.isEmpty()
                && places.stream()
                        .allMatch(i -> i > 0 && BEHIND.contains(words.get(i - 1).lower()));
    }

    /** Whether a document is about this name alone: then "the club" and nicknames in it mean the same. */
    private static boolean isSubjectOf(Name actor, String title) {
        List<Token> words = Token.all(title).stream().filter(Lexicon::content).toList();
        return words.size() <= LONGEST_NAME && NameMatch.mentioned(actor, words);
    }

    /** "When did the club join?" - "Ann joined the club in May." */
    private static boolean isDoneTo(Name actor, Optional<Action> action, String sentence) {
        return action.filter(a -> a.by(actor) == Action.Who.OTHER).isPresent()
                && NameMatch.mentioned(actor, Token.all(sentence));
    }

    private static boolean contradicts(Action action, Optional<Name> actor, QuestionAnalysis analysis) {
        boolean denied = action.isDenied() && !Action.denies(Token.all(analysis.text()));
        return denied || actor.filter(a -> action.by(a) == Action.Who.OTHER).isPresent();
    }

    /** Whether the passages tell that somebody else acts so, or deny that the one asked about does, and nowhere that it does. */
    private static boolean onlyOthersAct(Inquiry inquiry, Optional<Name> actor) {
        boolean asksHow = switch (inquiry.analysis().asked()) {
            case WHY, WHEN, WHERE, HOW -> true;
            default -> false;
        };
        if (actor.isEmpty() || !asksHow) {
            return false;
        }
        boolean others = false;
        for (Passage passage : inquiry.passages()) {
            for (Sentence sentence : passage.chunk().sentences()) {
                Optional<Action> action =
                        Action.in(sentence.text(), inquiry.analysis().action());
                if (action.isPresent()) {
                    boolean denied = action.get().isDenied();
                    Action.Who who = action.get().by(actor.get());
                    if (!denied && who != Action.Who.OTHER) {
                        return false;
                    }
                    others |= !denied || who == Action.Who.ASKED;
                }
            }
        }
        return others;
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
}
