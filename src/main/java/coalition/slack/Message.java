package coalition.slack;

import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.List;

/**
 * What is sent to Slack.
 *
 * @param text the same in plain words, for notifications and for screens without blocks; escaped
 * @param blocks at most 50; empty: only the text is sent
 */
record Message(String text, List<LayoutBlock> blocks) {
    Message {
        blocks = List.copyOf(blocks);
    }

    /** The blocks as JSON. */
    String json() {
        return BlockJson.write(blocks);
    }

    /** The same for a workspace that does not take the newest blocks. */
    Message plainer() {
        List<LayoutBlock> old = new ArrayList<>();
        for (LayoutBlock block : blocks) {
            if (block instanceof ContextActionsBlock actions
                    && actions.getElements().getFirst() instanceof FeedbackButtonsElement feedback) {
                old.add(Blocks.actions(
                        actions.getBlockId(),
                        List.of(
                                Blocks.button(
                                        feedback.getPositiveButton().getText().getText(),
                                        Actions.FEEDBACK_UP,
                                        feedback.getPositiveButton().getValue()),
                                Blocks.button(
                                        feedback.getNegativeButton().getText().getText(),
                                        Actions.FEEDBACK_DOWN,
                                        feedback.getNegativeButton().getValue()))));
            } else {
                old.add(block);
            }
        }
        return new Message(text, old);
    }

    /** Only the words. */
    Message wordsOnly() {
        return new Message(text, List.of());
    }
}
