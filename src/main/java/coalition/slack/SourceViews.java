package coalition.slack;

import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.document.Document;
import coalition.document.Library;
import coalition.document.Span;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The windows a click opens: the sources with their words, a passage with the quoted words marked, the whole answer. */
final class SourceViews {
    private static final Pattern HEADING_MARKS = Pattern.compile("(?<=\\n)#{1,6} +(?=\\S)");
    private static final int LONGEST_QUOTE = 2_000;
    private static final int LONGEST_RUN = 2_800;

    private final Library library;
    private final SourceLine lines;

    SourceViews(Library library, Clock clock) {
        this.library = library;
        this.lines = new SourceLine(library, clock);
    }

    /** Every source with its exact words. */
    View sources(Answer answer) {
        List<LayoutBlock> blocks = new ArrayList<>();
        int number = 0;
        for (Citation citation : answer.citations()) {
            if (number == 30) {
                blocks.add(Blocks.context("more", "and " + (answer.citations().size() - 30) + " more"));
                break;
            }
            blocks.add(Blocks.context("line" + number, lines.of(citation)));
            blocks.add(Blocks.rich("quote" + number, List.of(Blocks.quote(quoted(citation, LONGEST_QUOTE)))));
            blocks.add(Blocks.actions(
                    "open" + number,
                    List.of(Blocks.button(
                            "Show in context", Actions.CONTEXT_MOVE + number, answer.id() + " " + number + " 0"))));
            number++;
        }
        if (blocks.isEmpty()) {
            blocks.add(Blocks.words("none", "This answer has no sources."));
        }
        return modal("Sources", blocks);
    }

    /** The passage that many screens away from a citation, the quoted words in bold where they stand in it. */
    View context(Answer answer, int index, int screens) {
        if (index < 0 || index >= answer.citations().size()) {
            return gone("This answer has no such source.");
        }
        Citation citation = answer.citations().get(index);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.context("line", lines.of(citation)));
        Optional<Document> document = library.find(citation.document(), citation.hash());
        if (document.isEmpty()) {
            blocks.add(Blocks.rich("run", List.of(Blocks.quote(quoted(citation, LONGEST_RUN)))));
            blocks.add(Blocks.context(
                    "note", "The document is no longer there in this version; these are the words quoted."));
        } else {
            passage(blocks, document.get(), answer, index, screens);
        }
        return modal("In context", blocks);
    }

    private static void passage(List<LayoutBlock> blocks, Document document, Answer answer, int index, int screens) {
        Citation citation = answer.citations().get(index);
        Span run = Passages.run(document, citation.span(), screens);
        String text = SlackText.cut(run.in(document.text()), LONGEST_RUN);
        List<Span> marks = new ArrayList<>();
        for (Citation other : answer.citations()) {
            if (other.document().equals(citation.document()) && other.hash().equals(citation.hash())) {
                within(run, other.span(), text.length()).ifPresent(marks::add);
            }
        }
        List<RichTextElement> words = Statements.marked(text, Statements.apart(marks));
        words.forEach(SourceViews::withoutHeadingMarks);
        blocks.add(Blocks.rich(
                "run",
                List.of(Blocks.section(words.isEmpty() ? Blocks.runs("Here the document ends.", false) : words))));
        List<ButtonElement> buttons = new ArrayList<>();
        if (Passages.run(document, citation.span(), screens - 1).length() > 0) {
            buttons.add(move("Previous passage", 1, answer, index, screens - 1));
        }
        if (Passages.run(document, citation.span(), screens + 1).length() > 0) {
            buttons.add(move("Next passage", 2, answer, index, screens + 1));
        }
        if (index + 1 < answer.citations().size()) {
            buttons.add(move("Next source", 3, answer, index + 1, 0));
        }
        if (index > 0) {
            buttons.add(move("Previous source", 4, answer, index - 1, 0));
        }
        if (!buttons.isEmpty()) {
            blocks.add(Blocks.actions("move", buttons));
        }
    }

    /** The signs before a heading say nothing in Slack. */
    private static void withoutHeadingMarks(RichTextElement element) {
        if (element instanceof RichTextSectionElement.Text words) {
            words.setText(HEADING_MARKS.matcher(words.getText()).replaceAll(""));
        }
    }

    private static Optional<Span> within(Span run, Span cited, int length) {
        int start = Math.max(0, cited.start() - run.start());
        int end = Math.min(length, cited.end() - run.start());
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private static ButtonElement move(String text, int name, Answer answer, int index, int screens) {
        return Blocks.button(text, Actions.CONTEXT_MOVE + name, answer.id() + " " + index + " " + screens);
    }

    /** The whole answer, as far as a window holds it. */
    View all(Grounded answer) {
        List<LayoutBlock> blocks = new ArrayList<>();
        Statements.Shown shown = Statements.show(answer, 40_000);
        int number = 0;
        for (var paragraph :
                shown.elements().subList(0, Math.min(80, shown.elements().size()))) {
            blocks.add(Blocks.rich("all" + number++, List.of(paragraph)));
        }
        if (!shown.complete() || shown.elements().size() > 80) {
            blocks.add(Blocks.context("more", "The rest is too long for Slack. Its id is " + answer.id() + "."));
        }
        return modal("The whole answer", blocks);
    }

    /** A window that says what is gone. */
    static View gone(String why) {
        return modal("Not there any more", List.of(Blocks.words("gone", why)));
    }

    private static List<RichTextElement> quoted(Citation citation, int limit) {
        String quote = SlackText.cut(citation.quote(), limit);
        List<Span> marks = new ArrayList<>();
        for (Span mark : citation.marks()) {
            Span local = new Span(
                    mark.start() - citation.span().start(),
                    mark.end() - citation.span().start());
            if (local.end() < quote.length()) {
                marks.add(local);
            }
        }
        return Statements.marked(quote, Statements.apart(marks));
    }

    private static View modal(String title, List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text(title).build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(blocks)
                .build();
    }
}
