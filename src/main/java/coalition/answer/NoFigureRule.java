package coalition.answer;

import coalition.document.Chunk;
import java.util.Optional;

/**
 * Refuses where nothing to be shown has what such an answer consists of: "How old is Ann?" - "Ann led the firm for 26 years.", "What
 * does it cost?" - "It is waterproof.", "When did Ann leave?" - "Ann left because of Ben.", "Why did Ann leave?" - "Ann | 1990-2015".
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
                .anyMatch(c -> isGiven(form, inquiry.analysis(), c)
                        && !(inquiry.analysis().asked() == Asked.WHY && isBareRow(c))
                        && !(inquiry.analysis().asked() == Asked.WHEN
                                && FormMatch.isThing(
                                        Token.all(c.run().shown()),
                                        inquiry.analysis().action())));
        return given || inquiry.chosen().isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(Reason.NOT_IN_SOURCES, ""));
    }

    private static boolean isGiven(AnswerForm form, QuestionAnalysis analysis, Chosen chosen) {
        boolean priced = form == AnswerForm.MONEY
                && Rows.isPriced(chosen.run().chunk(), chosen.candidate().sentence());
        return priced || form.isIn(analysis, chosen.run().shown());
    }

    /** Whether it is a row of a table that has no column for reasons. */
    private static boolean isBareRow(Chosen chosen) {
        Chunk chunk = chosen.run().chunk();
        int row = chosen.candidate().sentence();
        return Layout.isRow(chunk, row) && !Fitness.reasons(chosen.run().shown()) && !Fields.hasReasons(chunk, row);
    }
}
