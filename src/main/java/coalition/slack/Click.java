package coalition.slack;

/**
 * A click on a button of ours. Whatever Slack left out is empty.
 *
 * @param team the workspace
 * @param channel the conversation of the message; empty in a window
 * @param person who clicked
 * @param trigger opens a window within three seconds
 * @param message time stamp of the message
 * @param thread time stamp of its thread
 * @param responseUrl where an answer only the person sees may be sent
 * @param view id of the window; empty in a message
 * @param isPrivate whether the message is one only the person sees
 * @param at time stamp of the click
 */
record Click(
        String team,
        String channel,
        String person,
        String trigger,
        String message,
        String thread,
        String responseUrl,
        String view,
        boolean isPrivate,
        String at) {
    String root() {
        return thread.isEmpty() ? message : thread;
    }

    boolean isDirect() {
        return channel.startsWith("D");
    }
}
