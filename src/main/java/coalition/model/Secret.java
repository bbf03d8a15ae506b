package coalition.model;

/**
 * A value that is never shown: printing it prints asterisks.
 *
 * @param value the value; empty: none
 */
public record Secret(String value) {
    /** No secret. */
    public static Secret none() {
        return new Secret("");
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "(none)" : "***";
    }
}
