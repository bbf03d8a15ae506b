package coalition.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small form behind "Not helpful". */
final class FeedbackForm {
    /** What may be wrong with an answer: value and words, in order. */
    static final Map<String, String> WRONGS = new java.util.TreeMap<>(Map.of(
            "1-wrong", "It is wrong",
            "2-beside", "It does not answer my question",
            "3-missing", "Something is missing",
            "4-unanswered", "The documents do say it",
            "5-other", "Something else"));

    private FeedbackForm() {}

    /** What somebody filled in; empty where they left a field. */
    record Filled(String wrong, String comment, String passage) {}

    static View view(String answer) {
        List<OptionObject> options = WRONGS.entrySet().stream()
                .map(e -> OptionObject.builder()
                        .text(Blocks.label(e.getValue()))
                        .value(e.getKey())
                        .build())
                .toList();
        List<LayoutBlock> blocks = List.of(
                input(Actions.WRONG, "What was wrong?")
                        .element(RadioButtonsElement.builder()
                                .actionId(Actions.WRONG)
                                .options(options)
                                .build())
                        .build(),
                input(Actions.PASSAGE, "Do you know the passage that answers it? Paste it here")
                        .element(area(Actions.PASSAGE))
                        .build(),
                input(Actions.COMMENT, "Anything else?")
                        .element(area(Actions.COMMENT))
                        .build());
        return View.builder()
                .type("modal")
                .callbackId(Actions.FEEDBACK_FORM)
                .privateMetadata(answer)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("What was wrong?")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(blocks)
                .build();
    }

    private static InputBlock.InputBlockBuilder input(String id, String label) {
        return InputBlock.builder().blockId(id).optional(true).label(Blocks.label(label));
    }

    private static PlainTextInputElement area(String id) {
        return PlainTextInputElement.builder()
                .actionId(id)
                .multiline(true)
                .maxLength(3_000)
                .build();
    }

    static Filled read(@Nullable ViewState state) {
        if (state == null || state.getValues() == null) {
            return new Filled("", "", "");
        }
        String wrong = "";
        ViewState.Value choice = value(state, Actions.WRONG);
        if (choice != null && choice.getSelectedOption() != null) {
            wrong = WRONGS.getOrDefault(choice.getSelectedOption().getValue(), "");
        }
        return new Filled(wrong, words(state, Actions.COMMENT), words(state, Actions.PASSAGE));
    }

    private static String words(ViewState state, String id) {
        ViewState.Value value = value(state, id);
        return value == null || value.getValue() == null ? "" : SlackText.cut(value.getValue(), 3_000);
    }

    private static ViewState.@Nullable Value value(ViewState state, String id) {
        Map<String, ViewState.Value> block = state.getValues().get(id);
        return block == null ? null : block.get(id);
    }
}
