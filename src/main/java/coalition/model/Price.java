package coalition.model;

/**
 * What a model costs, in the operator's currency for a million tokens.
 *
 * @param input of what is sent, 0 or more
 * @param output of what is written, 0 or more
 */
public record Price(double input, double output) {
    public Price {
        if (!(input >= 0 && output >= 0)) {
            throw new IllegalArgumentException("a price of " + input + "/" + output + " is not 0 or more");
        }
    }

    /** Nothing. */
    public static Price free() {
        return new Price(0, 0);
    }

    /**
     * Reads {@code 3/15}: input and output.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static Price parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is not INPUT/OUTPUT, as in 3/15");
        }
        return new Price(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
    }

    /** What a call costs. */
    public double of(int inputTokens, int outputTokens) {
        return (inputTokens * input + outputTokens * output) / 1_000_000;
    }
}
