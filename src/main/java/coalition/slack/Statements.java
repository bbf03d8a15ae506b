package coalition.slack;

import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.ShortAnswer;
import coalition.answer.Statement;
import coalition.document.Span;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sentences of an answer as rich text: answering words in bold, numbers behind, cut where a sentence ends. */
final class Statements {
    private Statements() {}

    /**
     * Elements that together show at most {@code limit} units of the answer's words.
     *
     * @param elements one a paragraph
     * @param complete whether nothing was left out
     */
    record Shown(List<RichTextSectionElement> elements, boolean complete) {}

    static Shown show(Grounded answer, int limit) {
        List<RichTextSectionElement> paragraphs = new ArrayList<>();
        int left = limit;
        if (!answer.lead().isBlank()) {
            paragraphs.add(Blocks.section(Blocks.runs(SlackText.cut(answer.lead(), 500) + "\n", false)));
            left -= Math.min(500, answer.lead().length());
        }
        answer.headline().ifPresent(words -> paragraphs.add(headline(words)));
        int before = paragraphs.size();
        boolean complete = true;
        for (Statement statement : answer.statements()) {
            String text = statement.text();
            if (text.length() > left) {
                complete = false;
                text = head(text, left);
                if (text.isEmpty()) {
                    break;
                }
            }
            left -= text.length();
            paragraphs.add(paragraph(statement, text, answer.citations(), !paragraphs.isEmpty()));
            if (!complete) {
                break;
            }
        }
        if (paragraphs.size() == before) {
            Statement first = answer.statements().getFirst();
            paragraphs.add(paragraph(first, SlackText.cut(first.text(), 60), answer.citations(), before > 0));
        }
        return new Shown(paragraphs, complete);
    }

    private static RichTextSectionElement headline(ShortAnswer words) {
        List<RichTextElement> runs = new ArrayList<>(Blocks.runs(words.shown(), true));
        runs.addAll(Blocks.runs(" [" + words.citation() + "]", false));
        return Blocks.section(runs);
    }

    /** The whole sentences at the start of the text that fit into {@code limit} units; words where the first does not fit. */
    static String head(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        if (limit < 80) {
            return "";
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text.substring(0, Math.min(text.length(), limit + 1)));
        int end = sentences.preceding(Math.min(text.length(), limit));
        return end > 0 ? text.substring(0, end).strip() : SlackText.cut(text, limit);
    }

    private static RichTextSectionElement paragraph(
            Statement statement, String text, List<Citation> citations, boolean apart) {
        List<RichTextElement> runs = new ArrayList<>();
        if (apart) {
            runs.addAll(Blocks.runs("\n", false));
        }
        runs.addAll(marked(text, marks(statement, text, citations)));
        StringBuilder numbers = new StringBuilder();
        statement.citations().forEach(n -> numbers.append(" [").append(n).append(']'));
        runs.addAll(Blocks.runs(numbers.toString(), false));
        return Blocks.section(runs);
    }

    /** The text with these runs of it in bold; the spans are in order and do not overlap. */
    static List<RichTextElement> marked(String text, List<Span> marks) {
        List<RichTextElement> runs = new ArrayList<>();
        int from = 0;
        for (Span mark : marks) {
            runs.addAll(Blocks.runs(text.substring(from, mark.start()), false));
            runs.addAll(Blocks.runs(mark.in(text), true));
            from = mark.end();
        }
        runs.addAll(Blocks.runs(text.substring(from), false));
        return runs;
    }

    private static List<Span> marks(Statement statement, String text, List<Citation> citations) {
        List<Span> marks = new ArrayList<>();
        for (Citation citation : citations) {
            if (statement.citations().contains(citation.number())) {
                int base = text.indexOf(citation.quote());
                for (Span mark : citation.marks()) {
                    place(text, base, citation, mark).ifPresent(marks::add);
                }
            }
        }
        return apart(marks);
    }

    private static Optional<Span> place(String text, int base, Citation citation, Span mark) {
        int from = mark.start() - citation.span().start();
        String words = citation.quote().substring(from, from + mark.length());
        int start = base >= 0 ? base + from : words.isBlank() ? -1 : text.indexOf(words);
        return start < 0 || start + words.length() > text.length()
                ? Optional.empty()
                : Optional.of(new Span(start, start + words.length()));
    }

    /** The spans in order, those that overlap one before left out. */
    static List<Span> apart(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::start));
        List<Span> kept = new ArrayList<>();
        for (Span span : sorted) {
            if (span.length() > 0 && (kept.isEmpty() || kept.getLast().end() <= span.start())) {
                kept.add(span);
            }
        }
        return kept;
    }
}
