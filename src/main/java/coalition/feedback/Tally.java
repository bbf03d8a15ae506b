package coalition.feedback;

/**
 * How many said what.
 *
 * @param helpful answers that helped somebody
 * @param notHelpful answers that did not
 */
public record Tally(int helpful, int notHelpful) {}
