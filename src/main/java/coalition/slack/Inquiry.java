package coalition.slack;

import coalition.answer.Question;
import coalition.conversation.ThreadId;
import java.time.Instant;

/**
 * Something a person asked in Slack, as the ledger keeps it.
 *
 * @param id Slack's event id, or a name made from what a command or a click brought along
 * @param kind by which way it came
 * @param team the workspace
 * @param channel the conversation it was asked in
 * @param ts the message's time stamp; for commands and clicks a name unique in its channel
 * @param thread time stamp of the thread to answer in; empty for commands
 * @param asker the person's user id
 * @param text what was asked, in plain words
 * @param responseUrl where Slack takes an answer that only the asker sees; may be empty
 * @param direct whether it was asked in a direct message
 * @param shared whether another company reads the channel
 * @param received when it was heard, in milliseconds of the epoch
 */
record Inquiry(
        String id,
        Kind kind,
        String team,
        String channel,
        String ts,
        String thread,
        String asker,
        String text,
        String responseUrl,
        boolean direct,
        boolean shared,
        long received) {
    static final int LONGEST = 4_000;

    Inquiry {
        if (text.length() > LONGEST) {
            text = SlackText.cut(text, LONGEST);
        }
    }

    enum Kind {
        MENTION,
        DIRECT,
        FOLLOW_UP,
        COMMAND,
        SHORTCUT,
        SUGGESTION
    }

    /** Whether only the asker sees the answer, wherever it was asked. */
    boolean isPrivate() {
        return kind == Kind.COMMAND || kind == Kind.SHORTCUT || !responseUrl.isEmpty();
    }

    /** Whether the message itself stands in the channel, so that it can be reacted to. */
    boolean isMessage() {
        return kind == Kind.MENTION || kind == Kind.DIRECT || kind == Kind.FOLLOW_UP;
    }

    /** Whether the question is not to be read above the answer. */
    boolean isUnseen() {
        return kind == Kind.SHORTCUT || kind == Kind.SUGGESTION || kind == Kind.COMMAND;
    }

    Inquiry withText(String other) {
        return new Inquiry(id, kind, team, channel, ts, thread, asker, other, responseUrl, direct, shared, received);
    }

    ThreadId threadId() {
        return new ThreadId("slack:" + team + ":" + channel + ":" + (thread.isEmpty() ? ts : thread));
    }

    Question question(SlackSettings settings) {
        return new Question(text, threadId(), asker, Instant.ofEpochMilli(received), settings.scope(channel, direct));
    }
}
