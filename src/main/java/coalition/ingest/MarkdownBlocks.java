package coalition.ingest;

import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Walks parsed Markdown and notes headings and blocks in offsets of the whole text. */
final class MarkdownBlocks extends AbstractVisitor {
    private static final Pattern NOTE = Pattern.compile("\\A\\[\\^[^\\]\\s]{1,40}]:\\s*");
    private static final Pattern INLINE_TAG = Pattern.compile(
            "</?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|u|var)\\b[^<>]{0,400}>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_TAG = Pattern.compile(
            "<!--.{0,100000}?(?:-->|\\z)|<(script|style|template)\\b.{0,100000}?(?:</\\1\\s*>|\\z)|<[/!?a-z][^<>]{0,2000}>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern FIELD =
            Pattern.compile("[*_]{0,3}\\p{Lu}[\\p{L}\\p{N} ./()&’'-]{0,40}[*_]{0,3}:[*_]{0,3}[ \\t]+\\S.*");
    private static final int MOST_CODE_LINES = 12;

    private static final int FEWEST_RUN_IN = 2;
    private static final int LONGEST_RUN_IN = 60;
    private static final int DEEPEST_LEVEL = 6;

    private final String text;
    private final int offset;
    private final Structure structure;
    private boolean headed;

    MarkdownBlocks(String text, int offset, Structure structure) {
        this.text = text;
        this.offset = offset;
        this.structure = structure;
    }

    void visitAll(Node document) {
        int many = 0;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            many += node instanceof Paragraph paragraph
                            && runInHeading(paragraph, ".").isPresent()
                    ? 1
                    : 0;
        }
        headed = many >= FEWEST_RUN_IN;
        document.accept(this);
    }

    @Override
    public void visit(Heading heading) {
        Words words = new Words();
        heading.accept(words);
        String line = words.text.toString();
        int from = words.first < 0 ? start(heading) : words.first;
        structure.heading(from, heading.getLevel(), line);
        if (Structure.isDated(heading.getLevel(), line)) {
            SourceSpan first = heading.getSourceSpans().getFirst();
            structure.block(from, offset + first.getInputIndex() + first.getLength());
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        Words words = new Words();
        paragraph.accept(words);
        if (words.text.isEmpty() || paragraph.getSourceSpans().isEmpty()) {
            return;
        }
        if (isFields(paragraph)) {
            paragraph.getSourceSpans().forEach(this::line);
            return;
        }
        int from = start(paragraph);
        Matcher note = NOTE.matcher(text).region(from, end(paragraph));
        if (note.find()) {
            from = note.end();
        }
        if (headed) {
            from = runIn(paragraph, from);
        }
        for (Span comment : words.comments) {
            if (comment.start() >= from) {
                structure.block(from, comment.start());
                from = comment.end();
            }
        }
        structure.block(from, end(paragraph));
    }

    /**
     * Takes "**Scope.** This policy..." for a heading and what it heads, among such ones "**Scope:** This..." too, which is quoted with
     * its label; gives where the words to be quoted begin.
     */
    private int runIn(Paragraph paragraph, int from) {
        Optional<StrongEmphasis> heading = paragraph.getParent() instanceof org.commonmark.node.Document
                ? runInHeading(paragraph, ".").or(() -> runInHeading(paragraph, ":"))
                : Optional.empty();
        if (heading.isEmpty()) {
            return from;
        }
        Words words = new Words();
        heading.get().accept(words);
        String line = words.text.toString().strip();
        structure.heading(from, DEEPEST_LEVEL, line.replaceAll("[.:]$", ""));
        int end = end(heading.get());
        if (line.endsWith(":") || text.startsWith(":", end)) {
            return from;
        }
        return text.startsWith(".", end) ? end + 1 : end;
    }

    /** The bold words with such a mark that a paragraph opens with, where more follows them. */
    private static Optional<StrongEmphasis> runInHeading(Paragraph paragraph, String mark) {
        if (!(paragraph.getFirstChild() instanceof StrongEmphasis strong)
                || !(strong.getFirstChild() instanceof Text words && words.getNext() == null)
                || !(strong.getNext() instanceof Text rest)) {
            return Optional.empty();
        }
        String heading = words.getLiteral().strip();
        String after = rest.getLiteral();
        boolean stops = heading.endsWith(mark) || after.startsWith(mark);
        boolean goesOn = after.replaceFirst("^[.:]", "").strip().length() > 1 || rest.getNext() != null;
        return stops && goesOn && heading.length() <= LONGEST_RUN_IN ? Optional.of(strong) : Optional.empty();
    }

    /** Commands are looked up like sentences; longer code is no text to quote. */
    @Override
    public void visit(FencedCodeBlock code) {
        List<SourceSpan> lines = code.getSourceSpans();
        boolean closed = code.getClosingFenceLength() != null;
        code(lines.subList(Math.min(1, lines.size()), lines.size() - (closed && lines.size() > 1 ? 1 : 0)));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getSourceSpans());
    }

    private void code(List<SourceSpan> lines) {
        if (lines.size() <= MOST_CODE_LINES) {
            lines.forEach(this::line);
        }
    }

    private void line(SourceSpan line) {
        int from = offset + line.getInputIndex();
        structure.block(from, from + line.getLength());
    }

    /** Whether each of several lines opens with a label: "Judge: ..." under "Court: ...". */
    private boolean isFields(Paragraph paragraph) {
        return paragraph.getSourceSpans().size() > 1
                && paragraph.getSourceSpans().stream()
                        .map(l ->
                                text.substring(offset + l.getInputIndex(), offset + l.getInputIndex() + l.getLength()))
                        .allMatch(l -> FIELD.matcher(l.strip()).matches());
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row) {
            if (!row.getSourceSpans().isEmpty()) {
                structure.block(start(row), end(row));
            }
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        if (html.getSourceSpans().isEmpty()) {
            return;
        }
        String run = text.substring(start(html), end(html));
        Matcher tags = OTHER_TAG.matcher(run);
        int from = 0;
        while (tags.find()) {
            if (!INLINE_TAG.matcher(tags.group()).matches()) {
                structure.block(start(html) + from, start(html) + tags.start());
                from = tags.end();
            }
        }
        structure.block(start(html) + from, end(html));
    }

    private int start(Node node) {
        return offset + node.getSourceSpans().get(0).getInputIndex();
    }

    private int end(Node node) {
        SourceSpan last = node.getSourceSpans().get(node.getSourceSpans().size() - 1);
        return offset + last.getInputIndex() + last.getLength();
    }

    /** The words of a block's inline content, without those of images. */
    private final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> comments = new ArrayList<>();
        private int first = -1;

        @Override
        public void visit(Text node) {
            add(node, node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            add(node, node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(Image image) {
            // an image's words are not running text
        }

        @Override
        public void visit(HtmlInline node) {
            if (node.getLiteral().startsWith("<!--") && !node.getSourceSpans().isEmpty()) {
                comments.add(new Span(start(node), end(node)));
            }
        }

        private void add(Node node, String words) {
            if (first < 0 && !node.getSourceSpans().isEmpty() && !(node instanceof Block)) {
                first = start(node);
            }
            text.append(words);
        }
    }
}
