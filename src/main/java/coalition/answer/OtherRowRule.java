package coalition.answer;

import java.util.Optional;

/** Refuses where the row of a table to be shown says too little of what is asked: "How much salt is in the loaf?" - "Loaf, 900 g, 6.20". */
final class OtherRowRule implements AbstentionRule {
    @Override
    public String name() {
        return "other-row";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        return inquiry.chosen().stream()
                .findFirst()
                .filter(c -> Rows.isOff(
                        inquiry.analysis(), c.run().chunk(), c.candidate().sentence()))
                .map(c -> new Refusal(Reason.NOT_IN_SOURCES, ""));
    }
}
