package coalition.answer;

import java.util.Optional;

/** Refuses where the calibrated confidence is below the chosen level. */
final class ThresholdRule implements AbstentionRule {
    static final String NAME = "threshold";

    private final Caution caution;

    ThresholdRule(Caution caution) {
        this.caution = caution;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        return inquiry.ranking().confidence() < caution.threshold()
                ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, ""))
                : Optional.empty();
    }
}
