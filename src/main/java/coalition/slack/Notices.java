package coalition.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;

/** The messages that are not answers. */
final class Notices {
    private final String command;

    Notices(String command) {
        this.command = command;
    }

    static Message reading(Frame frame) {
        return plain(frame, "Reading the documents\u2026");
    }

    static Message busy(Frame frame) {
        return plain(frame, "Many questions at once just now. Yours is kept, and I will answer it here.");
    }

    static Message tooMany(Frame frame, int questions, long minutes) {
        return plain(
                frame,
                "You asked " + questions + " questions within " + minutes
                        + " minutes, and I would like the others to have their turn too. Please ask again in a few minutes.");
    }

    static Message stopped(Frame frame) {
        return plain(frame, "I will keep out of this thread. Mention me to ask again.");
    }

    static Message cancelled(Frame frame) {
        return plain(frame, "Stopped. Ask again whenever you like.");
    }

    static Message sharedChannel(Frame frame) {
        return plain(
                frame,
                "This channel is shared with another company, so I do not answer from the documents here. Ask me in a direct"
                        + " message, or let the owner allow shared channels.");
    }

    /** Something went wrong: what, why, and what to do. */
    static Message fault(Frame frame, String cause) {
        return plain(frame, cause);
    }

    static Message notKept(Frame frame) {
        return plain(
                frame,
                "I could not keep your question, because my database cannot be written just now. I will take it when Slack"
                        + " sends it again; if no answer comes, ask again in a few minutes.");
    }

    /** The same where Slack does not send it again. */
    static Message notTaken(Frame frame) {
        return plain(
                frame,
                "I could not take your question, because my database cannot be written just now. Please ask again in a few minutes.");
    }

    static Message threadNotReadable(Frame frame) {
        return plain(
                frame,
                "I may not read this thread, so I do not know the question. Please write it behind the mention. (With the scope"
                        + " channels:history, in a private channel groups:history, I could read it here.)");
    }

    Message help(Frame frame, List<String> prompts) {
        String text = "I answer from the documents I was given, word for word, and show where each sentence stands.\n"
                + "\u2022 In a channel mention me and ask; in a direct message just ask.\n"
                + "\u2022 " + command + " with a question: only you see the answer, and can share it.\n"
                + "\u2022 " + command + " summary, timeline, sides, who NAME or sources: what the documents hold.\n"
                + "\u2022 In a thread where I answered, ask on without mentioning me; \"stop\" makes me leave it.";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.words(frame.name() + "-a", text));
        List<ButtonElement> buttons = new ArrayList<>();
        AnswerBlocks.suggestions(buttons, prompts);
        if (!buttons.isEmpty()) {
            blocks.add(Blocks.actions(frame.name() + "-b", buttons));
        }
        return new Message(SlackText.escape(text), blocks);
    }

    private static Message plain(Frame frame, String text) {
        String shown = SlackText.cut(text, 2_500);
        return new Message(SlackText.escape(shown), List.of(Blocks.words(frame.name() + "-a", shown)));
    }
}
