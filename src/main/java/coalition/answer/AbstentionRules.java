package coalition.answer;

import coalition.answer.AbstentionRule.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which the bot does not answer, in the order they are asked.
 *
 * @param words rules on the question's words alone, asked before anything is searched
 * @param evidence rules on what was found
 */
public record AbstentionRules(List<AbstentionRule> words, List<AbstentionRule> evidence) {
    public AbstentionRules {
        words = List.copyOf(words);
        evidence = List.copyOf(evidence);
    }

    /** The bot's own rules. */
    public static AbstentionRules standard(Caution caution) {
        return new AbstentionRules(
                List.of(new UnreadableRule(), new SmallTalkRule(), new OutOfScopeRule()),
                List.of(
                        new NothingFoundRule(),
                        new AbsentNameRule(),
                        new AbsentRoleRule(),
                        new WrongActorRule(),
                        new AbsentDeedRule(),
                        new OtherMemberRule(),
                        new AbsentYearRule(),
                        new AbsentMonthRule(),
                        new NoFigureRule(),
                        new OtherRowRule(),
                        new NoSpeakerRule(),
                        new OnlyAsksRule(),
                        new OffTopicRule(),
                        new ThresholdRule(caution)));
    }

    Optional<Hit> onWords(Inquiry inquiry) {
        return first(words, inquiry);
    }

    Optional<Hit> onEvidence(Inquiry inquiry) {
        return first(evidence, inquiry);
    }

    private static Optional<Hit> first(List<AbstentionRule> rules, Inquiry inquiry) {
        for (AbstentionRule rule : rules) {
            Optional<Refusal> refusal =
                    inquiry.ranking().confidence() < rule.overruledAt() ? rule.check(inquiry) : Optional.empty();
            if (refusal.isPresent()) {
                return Optional.of(new Hit(rule.name(), refusal.get()));
            }
        }
        return Optional.empty();
    }

    /** A refusal and the rule it comes from. */
    record Hit(String rule, Refusal refusal) {}
}
