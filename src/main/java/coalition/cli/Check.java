package coalition.cli;

/**
 * One line of {@code doctor}.
 *
 * @param subject what was looked at: {@code database}
 * @param state how it is
 * @param finding what was found and, where something is wrong, the remedy
 */
public record Check(String subject, State state, String finding) {
    /** How something is. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** Switched off or not set up, which is allowed. */
        OFF,
        /** Wrong. */
        WRONG
    }

    public static Check good(String subject, String finding) {
        return new Check(subject, State.GOOD, finding);
    }

    public static Check off(String subject, String finding) {
        return new Check(subject, State.OFF, finding);
    }

    public static Check wrong(String subject, String finding) {
        return new Check(subject, State.WRONG, finding);
    }
}
