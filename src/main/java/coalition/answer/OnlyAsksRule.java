package coalition.answer;

import java.util.Optional;

/** Refuses where all that is to be shown is itself a question, which answers none: "Who has the key?" - "Does anybody have the key?" */
final class OnlyAsksRule implements AbstentionRule {
    @Override
    public String name() {
        return "only-asks";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        boolean asks = inquiry.analysis().asked() != Asked.QUOTE
                && !inquiry.chosen().isEmpty()
                && inquiry.chosen().stream()
                        .allMatch(c -> c.run().shown().strip().endsWith("?"));
        return asks ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }
}
