package coalition.answer;

/** How sure the bot must be before it answers. What each level costs and saves is plotted in docs/evaluation.md. */
public enum Caution {
    /** Rather silent than wrong. */
    STRICT(.7),
    /** As many right answers as can be had without more wrong ones than right ones at the margin. */
    BALANCED(.5),
    /** Rather a doubtful answer than none. */
    EAGER(.3);

    private final double threshold;

    Caution(double threshold) {
        this.threshold = threshold;
    }

    /** The least confidence that is answered, 0 to 1. */
    public double threshold() {
        return threshold;
    }
}
