package coalition.slack;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.PlainWords;
import coalition.answer.Reason;
import coalition.document.Library;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the message of an answer. Knows every limit of Slack's: what does not fit is cut at a sentence, and the rest stands
 * behind "Show all".
 */
final class AnswerBlocks {
    /** A message's blocks as JSON stay below this; Slack refuses them a little above. */
    static final int LONGEST_MESSAGE = 11_500;

    private static final int LONGEST_TEXT = 3_500;
    private static final int LONGEST_SUGGESTION = 300;
    private static final int MOST_SOURCES = 8;

    private final SourceLine sources;

    AnswerBlocks(Library library, Clock clock) {
        this.sources = new SourceLine(library, clock);
    }

    /** The message of any answer. */
    Message message(Answer answer, Frame frame) {
        int budget = 5_000;
        while (true) {
            Message message = switch (answer) {
                case Grounded grounded -> grounded(grounded, frame, budget);
                case Abstained abstained -> abstained(abstained, frame, budget);
            };
            if (message.json().length() < LONGEST_MESSAGE || budget < 200) {
                return message;
            }
            budget = budget * 2 / 3;
        }
    }

    private Message grounded(Grounded answer, Frame frame, int budget) {
        List<LayoutBlock> blocks = new ArrayList<>();
        question(blocks, frame);
        Statements.Shown shown = Statements.show(answer, budget);
        blocks.add(Blocks.rich(frame.name() + "-a", shown.elements()));
        if (!answer.notice().isBlank()) {
            blocks.add(Blocks.context(frame.name() + "-n", answer.notice()));
        }
        int most = budget < 1_500 ? 3 : MOST_SOURCES;
        sources(blocks, answer.citations(), frame, most);
        List<ButtonElement> buttons = new ArrayList<>();
        if (!shown.complete()) {
            buttons.add(Blocks.button("Show all", Actions.ALL, answer.id()));
        }
        buttons.add(Blocks.button("Show sources", Actions.SOURCES, answer.id()));
        buttons.add(Blocks.button("Show in context", Actions.CONTEXT, answer.id() + " 0 0"));
        share(buttons, answer, frame);
        blocks.add(Blocks.actions(frame.name() + "-b", buttons));
        blocks.add(Blocks.feedback(frame.name() + "-f", answer.id()));
        blocks.add(Blocks.context(
                frame.name() + "-w",
                answer.mode() == Mode.LLM
                        ? "Written by a model, each sentence checked against the sources"
                        : "Quoted word for word from the sources"));
        return new Message(text(answer, frame), blocks);
    }

    private Message abstained(Abstained answer, Frame frame, int budget) {
        if (answer.reason() == Reason.GREETING || answer.reason() == Reason.THANKS) {
            return greeting(answer, frame);
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        question(blocks, frame);
        List<BlockElement> parts = new ArrayList<>();
        parts.add(Blocks.section(Blocks.runs(heading(answer.reason()), true)));
        parts.add(Blocks.section(Blocks.runs("\n" + SlackText.cut(answer.text(), Math.min(1_500, budget)), false)));
        blocks.add(Blocks.rich(frame.name() + "-a", parts));
        closest(blocks, answer, frame, Math.min(400, budget / 5));
        List<ButtonElement> buttons = new ArrayList<>();
        suggestions(buttons, answer.suggestions());
        if (!answer.citations().isEmpty()) {
            buttons.add(Blocks.button("Show in context", Actions.CONTEXT, answer.id() + " 0 0"));
        }
        share(buttons, answer, frame);
        if (!buttons.isEmpty()) {
            blocks.add(Blocks.actions(frame.name() + "-b", buttons));
        }
        if (answer.reason() != Reason.FAULT) {
            blocks.add(Blocks.feedback(frame.name() + "-f", answer.id()));
        }
        return new Message(text(answer, frame), blocks);
    }

    private static Message greeting(Abstained answer, Frame frame) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.words(frame.name() + "-a", SlackText.cut(answer.text(), 2_000)));
        List<ButtonElement> buttons = new ArrayList<>();
        suggestions(buttons, answer.suggestions());
        if (!buttons.isEmpty()) {
            blocks.add(Blocks.actions(frame.name() + "-b", buttons));
        }
        return new Message(SlackText.cut(SlackText.escape(answer.text()), LONGEST_TEXT), blocks);
    }

    private static String heading(Reason reason) {
        return switch (reason) {
            case NOT_IN_SOURCES -> "Not in the documents";
            case FALSE_PREMISE -> "The documents do not say that";
            case OUT_OF_SCOPE -> "Nothing a document could answer";
            case UNREADABLE -> "I could not read a question in that";
            case NO_DOCUMENTS -> "There are no documents to answer from";
            case FAULT -> "That did not work";
            case GREETING, THANKS -> "Hello";
        };
    }

    private void closest(List<LayoutBlock> blocks, Abstained answer, Frame frame, int limit) {
        if (answer.citations().isEmpty()) {
            return;
        }
        blocks.add(Blocks.context(frame.name() + "-c", "Closest passages, which do not answer it:"));
        int number = 0;
        for (Citation citation :
                answer.citations().subList(0, Math.min(3, answer.citations().size()))) {
            blocks.add(Blocks.rich(
                    frame.name() + "-q" + number,
                    List.of(Blocks.quote(Blocks.runs(
                            SlackText.cut(PlainWords.of(citation.quote()).text(), Math.max(limit, 60)), false)))));
            blocks.add(Blocks.context(frame.name() + "-s" + number, sources.of(citation)));
            number++;
        }
    }

    static void suggestions(List<ButtonElement> buttons, List<String> questions) {
        int number = 0;
        for (String question : questions) {
            if (question.length() <= LONGEST_SUGGESTION && number < 2) {
                buttons.add(Blocks.button(question, Actions.ASK + number++, question));
            }
        }
    }

    private void sources(List<LayoutBlock> blocks, List<Citation> citations, Frame frame, int most) {
        int shown = Math.min(most, citations.size());
        for (Citation citation : citations.subList(0, shown)) {
            blocks.add(Blocks.context(frame.name() + "-s" + citation.number(), sources.of(citation)));
        }
        if (shown < citations.size()) {
            blocks.add(Blocks.context(frame.name() + "-m", "and " + (citations.size() - shown) + " more"));
        }
    }

    private static void question(List<LayoutBlock> blocks, Frame frame) {
        if (!frame.question().isBlank()) {
            blocks.add(Blocks.context(frame.name() + "-t", frame.question()));
        }
    }

    private static void share(List<ButtonElement> buttons, Answer answer, Frame frame) {
        if (frame.isPrivate()) {
            buttons.add(Blocks.button("Share with the channel", Actions.SHARE, answer.id()));
        }
    }

    private static String text(Answer answer, Frame frame) {
        StringBuilder text = new StringBuilder();
        if (!frame.question().isBlank()) {
            text.append(SlackText.cut(frame.question(), 300)).append('\n');
        }
        if (answer instanceof Grounded grounded) {
            grounded.headline().ifPresent(words -> text.append(words.shown()).append(": "));
        }
        text.append(answer.text());
        if (answer instanceof Grounded grounded) {
            if (!grounded.notice().isBlank()) {
                text.append('\n').append(grounded.notice());
            }
            for (Citation citation : answer.citations()) {
                text.append("\n[").append(citation.number()).append("] ").append(SourceLine.place(citation));
            }
        }
        return SlackText.escape(SlackText.cut(text.toString(), LONGEST_TEXT));
    }
}
