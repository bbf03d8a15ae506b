package coalition.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks within Slack's limits. Foreign text goes into rich text or plain text only, which Slack does not read as markup; what
 * looks like a link is shown as code.
 */
final class Blocks {
    static final int BUTTON_TEXT = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int CONTEXT_TEXT = 300;
    static final int ID = 255;

    private static final Pattern LINK =
            Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]{1,15}://|mailto:|javascript:|www\\.)\\S+");

    private Blocks() {}

    static RichTextBlock rich(String id, List<? extends BlockElement> elements) {
        return RichTextBlock.builder()
                .blockId(id(id))
                .elements(List.copyOf(elements))
                .build();
    }

    static RichTextSectionElement section(List<RichTextElement> elements) {
        return RichTextSectionElement.builder().elements(some(elements)).build();
    }

    static RichTextQuoteElement quote(List<RichTextElement> elements) {
        return RichTextQuoteElement.builder().elements(some(elements)).build();
    }

    private static List<RichTextElement> some(List<RichTextElement> elements) {
        return elements.isEmpty()
                ? List.of(RichTextSectionElement.Text.builder().text("\u2026").build())
                : elements;
    }

    /** A paragraph of plain words. */
    static RichTextBlock words(String id, String text) {
        return rich(id, List.of(section(runs(text, false))));
    }

    /** The text as elements, links as code. */
    static List<RichTextElement> runs(String text, boolean bold) {
        String clean = SlackText.clean(text);
        List<RichTextElement> runs = new ArrayList<>();
        Matcher links = LINK.matcher(clean);
        int from = 0;
        while (links.find()) {
            add(runs, clean.substring(from, links.start()), bold, false);
            add(runs, links.group(), bold, true);
            from = links.end();
        }
        add(runs, clean.substring(from), bold, false);
        return runs;
    }

    static RichTextElement italic(String text) {
        return RichTextSectionElement.Text.builder()
                .text(SlackText.clean(text))
                .style(RichTextSectionElement.TextStyle.builder().italic(true).build())
                .build();
    }

    private static void add(List<RichTextElement> runs, String text, boolean bold, boolean code) {
        if (text.isEmpty()) {
            return;
        }
        RichTextSectionElement.Text.TextBuilder run =
                RichTextSectionElement.Text.builder().text(text);
        if (bold || code) {
            run.style(RichTextSectionElement.TextStyle.builder()
                    .bold(bold)
                    .code(code)
                    .build());
        }
        runs.add(run.build());
    }

    /** A line in small type. */
    static ContextBlock context(String id, String text) {
        return ContextBlock.builder()
                .blockId(id(id))
                .elements(List.of(label(SlackText.plain(text, CONTEXT_TEXT))))
                .build();
    }

    static ActionsBlock actions(String id, List<ButtonElement> buttons) {
        return ActionsBlock.builder()
                .blockId(id(id))
                .elements(List.copyOf(buttons))
                .build();
    }

    static ButtonElement button(String text, String action, String value) {
        return ButtonElement.builder()
                .text(label(SlackText.plain(text, BUTTON_TEXT)))
                .actionId(action)
                .value(SlackText.cut(value, BUTTON_VALUE))
                .build();
    }

    static ContextActionsBlock feedback(String id, String answer) {
        return ContextActionsBlock.builder()
                .blockId(id(id))
                .elements(List.of(FeedbackButtonsElement.builder()
                        .actionId(Actions.FEEDBACK)
                        .positiveButton(FeedbackButtonObject.builder()
                                .text(label("Helpful"))
                                .accessibilityLabel("This answer helped")
                                .value("up " + answer)
                                .build())
                        .negativeButton(FeedbackButtonObject.builder()
                                .text(label("Not helpful"))
                                .accessibilityLabel("This answer did not help")
                                .value("down " + answer)
                                .build())
                        .build()))
                .build();
    }

    static LayoutBlock divider(String id) {
        return DividerBlock.builder().blockId(id(id)).build();
    }

    static PlainTextObject label(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }

    private static String id(String id) {
        return id.length() <= ID ? id : id.substring(0, ID);
    }
}
