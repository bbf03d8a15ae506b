package coalition.slack;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.answer.Statement;
import coalition.document.Library;
import coalition.summary.Summary;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the message of a summary: sections with bulleted lines, numbers, sources. Knows Slack's limits like {@link AnswerBlocks}. */
final class SummaryBlocks {
    private static final int MOST_SOURCES = 6;
    private static final int LONGEST_LINE = 400;

    private final SourceLine sources;

    SummaryBlocks(Library library, Clock clock) {
        this.sources = new SourceLine(library, clock);
    }

    Message message(Summary summary, String id, Frame frame) {
        int lines = 30;
        while (true) {
            Message message = message(summary, id, frame, lines);
            if (message.json().length() < AnswerBlocks.LONGEST_MESSAGE || lines == 1) {
                return message;
            }
            lines = Math.max(1, lines * 2 / 3);
        }
    }

    private Message message(Summary summary, String id, Frame frame, int most) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.rich(
                frame.name() + "-a", List.of(Blocks.section(Blocks.runs(SlackText.cut(summary.title(), 200), true)))));
        int left = most;
        int number = 0;
        boolean complete = true;
        for (Summary.Section section : summary.sections()) {
            List<Summary.Line> lines =
                    section.lines().subList(0, Math.min(left, section.lines().size()));
            complete &= lines.size() == section.lines().size();
            if (!lines.isEmpty()) {
                blocks.add(Blocks.rich(frame.name() + "-l" + number++, section(section.heading(), lines)));
            }
            left -= lines.size();
        }
        if (!summary.notice().isBlank()) {
            blocks.add(Blocks.context(frame.name() + "-n", summary.notice()));
        }
        sources(blocks, summary, frame);
        List<ButtonElement> buttons = new ArrayList<>();
        if (!complete) {
            buttons.add(Blocks.button("Show all", Actions.ALL, id));
        }
        if (!summary.citations().isEmpty()) {
            buttons.add(Blocks.button("Show sources", Actions.SOURCES, id));
            buttons.add(Blocks.button("Show in context", Actions.CONTEXT, id + " 0 0"));
            if (frame.isPrivate()) {
                buttons.add(Blocks.button("Share with the channel", Actions.SHARE, id));
            }
            blocks.add(Blocks.actions(frame.name() + "-b", buttons));
        }
        return new Message(text(summary), blocks);
    }

    private static List<BlockElement> section(String heading, List<Summary.Line> lines) {
        List<BlockElement> parts = new ArrayList<>();
        if (!heading.isBlank()) {
            parts.add(Blocks.section(Blocks.runs(SlackText.cut(heading, 150) + "\n", true)));
        }
        List<RichTextElement> items = new ArrayList<>();
        for (Summary.Line line : lines) {
            List<RichTextElement> runs = new ArrayList<>();
            if (!line.label().isBlank()) {
                runs.addAll(Blocks.runs(SlackText.cut(line.label(), 100) + ": ", true));
            }
            String numbers = line.citations().stream().map(n -> " [" + n + "]").collect(Collectors.joining());
            runs.addAll(Blocks.runs(Statements.head(line.text(), LONGEST_LINE) + numbers, false));
            items.add(Blocks.section(runs));
        }
        parts.add(RichTextListElement.builder().style("bullet").elements(items).build());
        return parts;
    }

    private void sources(List<LayoutBlock> blocks, Summary summary, Frame frame) {
        int shown = Math.min(MOST_SOURCES, summary.citations().size());
        for (Citation citation : summary.citations().subList(0, shown)) {
            blocks.add(Blocks.context(frame.name() + "-s" + citation.number(), sources.of(citation)));
        }
        if (shown < summary.citations().size()) {
            blocks.add(Blocks.context(
                    frame.name() + "-m", "and " + (summary.citations().size() - shown) + " more: Show sources"));
        }
    }

    private static String text(Summary summary) {
        StringBuilder text = new StringBuilder(summary.title());
        for (Summary.Section section : summary.sections()) {
            text.append(section.heading().isBlank() ? "" : "\n" + section.heading());
            for (Summary.Line line : section.lines()) {
                text.append("\n\u2022 ");
                text.append(line.label().isBlank() ? "" : line.label() + ": ").append(line.text());
                line.citations().forEach(n -> text.append(" [").append(n).append(']'));
            }
        }
        text.append(summary.notice().isBlank() ? "" : "\n" + summary.notice());
        return SlackText.escape(SlackText.cut(text.toString(), 3_500));
    }

    /** The summary as an answer, so that its sources can be opened and spoken of like an answer's. */
    static Answer answer(Summary summary, String id, Question question) {
        List<Statement> statements = new ArrayList<>();
        for (Summary.Section section : summary.sections()) {
            for (Summary.Line line : section.lines()) {
                String label = line.label().isBlank() ? "" : line.label() + ": ";
                statements.add(new Statement(label + line.text(), line.citations()));
            }
        }
        if (statements.isEmpty()) {
            String why = summary.notice().isBlank() ? "The documents tell nothing for this." : summary.notice();
            return new Abstained(
                    id, question, question.text(), Reason.NOT_IN_SOURCES, why, List.of(), List.of(), 0, Mode.TEMPLATE);
        }
        return new Grounded(
                id,
                question,
                question.text(),
                summary.title(),
                statements,
                summary.citations(),
                1,
                Mode.TEMPLATE,
                summary.notice());
    }
}
