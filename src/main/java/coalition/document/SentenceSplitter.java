package coalition.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts running text into sentences, each a run of the text. A cut is made after a mark that ends sentences (with the quotation
 * marks and brackets closing there) unless what stands before it is an abbreviation, an initial, a number or an enumeration, what
 * comes after it goes on in lower case or says who spoke, or a bracket is still open. Marks of layout at a sentence's edges (list
 * marks, quotation marks of Markdown, pipes, emphasis around it) are left out; every letter and digit lies in exactly one
 * sentence. A table row between pipes is one sentence. A run without an end mark is cut at about a thousand units. Stateless.
 *
 * <p>A rule of our own rather than {@link java.text.BreakIterator} with repairs: that one breaks between a dot and the emphasis
 * mark after it, and within most of what has to be rejoined.
 */
public final class SentenceSplitter {
    private static final int LONGEST = 1000;

    /** The sentences of a text in order; empty for a text without letters and digits. */
    public List<Span> split(String text) {
        return split(text, new Span(0, text.length()));
    }

    /**
     * The sentences of a run of the text in order, in offsets of the whole text; none reaches beyond the run.
     *
     * @throws IndexOutOfBoundsException where the run ends beyond the text
     */
    public List<Span> split(String text, Span block) {
        String run = block.in(text);
        List<Span> sentences = new ArrayList<>();
        if (isTableRow(run)) {
            add(run, 0, run.length(), block.start(), sentences);
            return sentences;
        }
        SentenceEnds ends = new SentenceEnds(run);
        int start = 0;
        int at = 0;
        while (at < run.length()) {
            if (!SentenceEnds.isEndMark(run.charAt(at))) {
                at++;
                continue;
            }
            int last = ends.skipMarks(at);
            int close = ends.skipClosers(last);
            if (ends.endsAt(start, at, last, close)) {
                add(run, start, close, block.start(), sentences);
                start = close;
            }
            at = Math.max(close, at + 1);
        }
        add(run, start, run.length(), block.start(), sentences);
        return sentences;
    }

    /** The sentences of all blocks of a document in order. */
    public List<Span> split(Document document) {
        List<Span> sentences = new ArrayList<>();
        for (Span block : document.blocks()) {
            sentences.addAll(split(document.text(), block));
        }
        return sentences;
    }

    private static boolean isTableRow(String run) {
        String row = run.strip();
        return row.length() > 2 && row.startsWith("|") && row.endsWith("|") && row.indexOf('\n') < 0;
    }

    private static void add(String run, int start, int end, int offset, List<Span> sentences) {
        int from = start;
        while (end - from > LONGEST) {
            int cut = cut(run, from);
            addTrimmed(run, from, cut, offset, sentences);
            from = cut;
        }
        addTrimmed(run, from, end, offset, sentences);
    }

    private static void addTrimmed(String run, int start, int end, int offset, List<Span> sentences) {
        Span span = SentenceEdges.trim(run, new Span(start, end));
        if (SentenceEdges.hasWord(run, span)) {
            sentences.add(new Span(offset + span.start(), offset + span.end()));
        }
    }

    private static int cut(String run, int from) {
        int limit = from + LONGEST;
        for (String mark : List.of("\n", "; ", ", ", " ")) {
            int at = run.lastIndexOf(mark, limit - mark.length());
            if (at > from + LONGEST / 2) {
                return at + mark.length();
            }
        }
        return Character.isLowSurrogate(run.charAt(limit)) && Character.isHighSurrogate(run.charAt(limit - 1))
                ? limit - 1
                : limit;
    }
}
