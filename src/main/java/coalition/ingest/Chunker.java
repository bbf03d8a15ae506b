package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.Heading;
import coalition.document.PageStart;
import coalition.document.Sentence;
import coalition.document.SentenceSplitter;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a document into chunks of whole sentences. A paragraph of up to about 200 word pieces is a chunk; a longer one is cut into
 * even parts; shorter ones are joined with their neighbours until there are about 80, rows of a table and items of a list up to 200. No chunk crosses a heading of level 1, 2 or 6, nor
 * a deeper one once it holds 50. Each sentence lies in exactly one chunk. Stateless.
 */
public final class Chunker {
    private static final int MOST = 200;
    private static final int ENOUGH = 80;
    private static final int SOME = 50;
    /** The level of what a paragraph is headed by in its own line: what is joined under one such heading would be shown under it. */
    private static final int DEEPEST = 6;

    private static final int WIDEST_GAP = 600;
    private static final int FARTHEST = 2000;

    private static final int LONGEST_MARKS = 200;
    private static final Pattern ROW = Pattern.compile("[ \\t]*\\|[ \\t]*\\R(?:[|: \\t-]*\\R)?[ \\t]*\\|[ \\t*_`]*");
    private static final Pattern ITEM =
            Pattern.compile("[.;,:*_`)”\"]*[ \\t]*\\R\\s*(?:[-*+•]|\\(?[0-9]{1,3}[.)])[ \\t]+[*_`(“\"]*");

    private final SentenceSplitter splitter = new SentenceSplitter();

    /** The chunks in order; empty for a document without sentences. */
    public List<Chunk> chunk(Document document) {
        List<Run> runs = new ArrayList<>();
        for (Span block : document.blocks()) {
            runs.addAll(parts(splitter.split(document.text(), block), document.text()));
        }
        List<Chunk> chunks = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        int pieces = 0;
        for (Run run : runs) {
            if (!open.isEmpty() && !joins(document, open, pieces, run)) {
                chunks.add(chunk(document, chunks.size(), open));
                open = new ArrayList<>();
                pieces = 0;
            }
            open.addAll(run.sentences());
            pieces += run.pieces();
        }
        if (!open.isEmpty()) {
            chunks.add(chunk(document, chunks.size(), open));
        }
        return List.copyOf(chunks);
    }

    private static boolean joins(Document document, List<Span> open, int pieces, Run run) {
        int end = open.get(open.size() - 1).end();
        int next = run.sentences().get(0).start();
        int level = highestBetween(document.headings(), end, next);
        boolean fits = pieces < ENOUGH || goesOn(document.text(), end, next);
        return fits
                && pieces + run.pieces() <= MOST
                && next - end <= WIDEST_GAP
                && level > 2
                && (level > DEEPEST || (level < DEEPEST && pieces < SOME));
    }

    /** Whether what follows is a further row or item of the table or list before it, or the list that was announced. */
    private static boolean goesOn(String text, int end, int next) {
        if (next - end > LONGEST_MARKS) {
            return false;
        }
        String gap = text.substring(end, next);
        return ROW.matcher(gap).matches() || ITEM.matcher(gap).matches();
    }

    /** The level of the highest heading in a gap; 7 where there is none. */
    private static int highestBetween(List<Heading> headings, int from, int to) {
        int low = firstFrom(headings, from);
        int highest = 7;
        for (int i = low; i < headings.size() && headings.get(i).start() <= to; i++) {
            highest = Math.min(highest, headings.get(i).level());
        }
        return highest;
    }

    private static int firstFrom(List<Heading> headings, int offset) {
        int low = 0;
        int high = headings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (headings.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A paragraph's sentences in even parts of at most {@link #MOST} pieces, as far as its sentences allow. */
    private static List<Run> parts(List<Span> sentences, String text) {
        int total = 0;
        for (Span sentence : sentences) {
            total += WordPieces.count(text, sentence);
        }
        int parts = Math.max(1, (total + MOST - 1) / MOST);
        int share = (total + parts - 1) / parts;
        List<Run> runs = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        int pieces = 0;
        for (Span sentence : sentences) {
            int more = WordPieces.count(text, sentence);
            if (!open.isEmpty() && (pieces + more > MOST || pieces + more / 2 > share)) {
                runs.add(new Run(open, pieces));
                open = new ArrayList<>();
                pieces = 0;
            }
            open.add(sentence);
            pieces += more;
        }
        if (!open.isEmpty()) {
            runs.add(new Run(open, pieces));
        }
        return runs;
    }

    private static Chunk chunk(Document document, int ordinal, List<Span> sentences) {
        Span span = new Span(
                sentences.get(0).start(), sentences.get(sentences.size() - 1).end());
        return new Chunk(
                document.id(),
                document.hash(),
                ordinal,
                document.title(),
                headingsAbove(document, span.start()),
                pageAt(document.pages(), span.start()),
                span,
                span.in(document.text()),
                sentences.stream()
                        .map(sentence -> new Sentence(sentence, sentence.in(document.text())))
                        .toList());
    }

    /** The headings above a place, highest first, without one that only repeats the document's title. */
    static List<String> headingsAbove(Document document, int offset) {
        List<String> above = new ArrayList<>();
        int level = 7;
        // a heading that names a day is also a block, which stands below itself
        int last = firstFrom(document.headings(), offset + 1) - 1;
        for (int i = last; i >= 0 && i > last - FARTHEST && level > 1; i--) {
            Heading heading = document.headings().get(i);
            if (heading.level() < level) {
                level = heading.level();
                above.add(0, heading.text());
            }
        }
        if (!above.isEmpty() && above.get(0).equals(document.title())) {
            above.remove(0);
        }
        return above;
    }

    /** The page a place lies on; 0 where there are no pages. */
    static int pageAt(List<PageStart> pages, int offset) {
        int page = 0;
        for (PageStart start : pages) {
            if (start.start() > offset) {
                break;
            }
            page = start.number();
        }
        return page;
    }

    private record Run(List<Span> sentences, int pieces) {}
}
