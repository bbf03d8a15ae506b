package coalition.slack;

/**
 * A message as Slack tells of it. Whatever Slack left out is empty.
 *
 * @param event the event's id
 * @param team the workspace
 * @param channel the conversation
 * @param channelType {@code im}, {@code channel}, {@code group}, {@code mpim} or empty
 * @param user who wrote it
 * @param bot the bot id of what wrote it
 * @param text as Slack writes it, with entities and mentions
 * @param ts its time stamp
 * @param thread the time stamp of its thread
 * @param edited whether it was edited
 * @param shared whether another company reads the channel
 */
record Heard(
        String event,
        String team,
        String channel,
        String channelType,
        String user,
        String bot,
        String text,
        String ts,
        String thread,
        boolean edited,
        boolean shared) {
    boolean isDirect() {
        boolean unsaid = channelType.isEmpty() || channelType.equals("app_home");
        return channelType.equals("im") || (unsaid && channel.startsWith("D"));
    }

    String root() {
        return thread.isEmpty() ? ts : thread;
    }
}
