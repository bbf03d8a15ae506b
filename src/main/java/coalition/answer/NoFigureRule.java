package coalition.answer;

import java.util.Optional;

/**
 * Refuses where nothing to be shown has what such an answer consists of: "How old is Ann?" - "Ann led the firm for 26 years.", "What
 * does it cost?" - "It is waterproof.", "When did Ann leave?" - "Ann left because of Ben."
 */
final class NoFigureRule implements AbstentionRule {
    @Override
    public String name() {
        return "no-figure";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        AnswerForm form = AnswerForm.of(inquiry.analysis());
        boolean given = inquiry.chosen().stream()
                .anyMatch(c -> form.isIn(inquiry.analysis(), c.run().shown()));
        return given || inquiry.chosen().isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(Reason.NOT_IN_SOURCES, ""));
    }
}
