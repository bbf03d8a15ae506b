package coalition.answer;

import coalition.document.Chunk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a yes-or-no question where what would be shown has less than half of what is asked about, does not speak of the thing that is
 * asked about, or knows nothing of what that is said to be: "Is there an app for the Lamp?" - "The Lamp needs a battery.", "Is Ann a
 * doctor?" - "Ann left in May." People ask in other words than documents have, so a confidence that was learnt overrules it.
 */
final class OffTopicRule implements AbstentionRule {
    /** Of 789 everyday questions this rule was heard on 18 with a confidence above this: 15 right answers, 2 that nothing answers. */
    private static final double OVERRULED = .5;

    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|must|should) (?:(?:the|a|an|our|my|your|its|their|his|her|this|that|all|any) )*(\\p{L}[\\p{L}\\p{N}'’-]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KIND = Pattern.compile(
            "^(?:is|are|was|were) (.+) an? ((?:\\p{L}[\\p{L}-]* ){0,2}\\p{L}[\\p{L}-]*)\\W*$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "off-topic";
    }

    @Override
    public double overruledAt() {
        return OVERRULED;
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        QuestionAnalysis analysis = inquiry.analysis();
        Set<String> asked = Decision.asked(analysis);
        if (analysis.asked() != Asked.YES_NO || inquiry.chosen().isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        Set<String> shown = new HashSet<>();
        Set<String> near = new HashSet<>();
        for (Chosen one : inquiry.chosen()) {
            Chunk chunk = one.run().chunk();
            shown.addAll(Overlap.content(
                    chunk.title() + " " + chunk.heading() + " " + one.run().shown()));
            int before = one.run().first() - 1;
            near.addAll(Overlap.content(chunk.document().value() + " "
                    + (before < 0 ? "" : chunk.sentences().get(before).text())));
        }
        near.addAll(shown);
        long both = asked.stream().filter(a -> Decision.isIn(a, shown)).count();
        boolean off = 2 * both < asked.size() || !has(subject(analysis), near) || !has(kind(analysis), near);
        return off ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }

    private static boolean has(Set<String> asked, Set<String> there) {
        return asked.stream().allMatch(a -> Decision.isIn(a, there));
    }

    /** The first word of what is asked about; empty where that is a person spoken to or nothing by itself. */
    private static Set<String> subject(QuestionAnalysis analysis) {
        Matcher matcher = SUBJECT.matcher(analysis.text());
        Set<String> asked = Decision.asked(analysis);
        Set<String> subject = matcher.find() ? Overlap.content(matcher.group(1)) : Set.of();
        return asked.containsAll(subject) ? subject : Set.of();
    }

    /** What something is said to be: "doctor" in "is Ann a doctor?"; empty where the question is of another form. */
    private static Set<String> kind(QuestionAnalysis analysis) {
        Matcher matcher = KIND.matcher(analysis.text());
        boolean named = matcher.matches()
                && Token.all(matcher.group(1)).stream().anyMatch(Lexicon::content)
                && Token.all(matcher.group(1)).stream()
                        .noneMatch(t -> List.of("there", "it").contains(t.lower()));
        return named ? Overlap.content(matcher.group(2)) : Set.of();
    }
}
