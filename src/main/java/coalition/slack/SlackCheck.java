package coalition.slack;

/**
 * One line of what {@code doctor} says of Slack.
 *
 * @param subject what was looked at
 * @param good whether it is as it should be
 * @param finding what was found and, where something is wrong, the remedy
 */
public record SlackCheck(String subject, boolean good, String finding) {}
