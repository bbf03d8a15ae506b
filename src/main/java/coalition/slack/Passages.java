package coalition.slack;

import coalition.document.Document;
import coalition.document.Span;
import java.util.List;

/** Runs of a document that fit on a screen: the one around a citation, those before and those after. */
final class Passages {
    private static final int SCREEN = 1_400;

    private Passages() {}

    /**
     * The run that many screens away from the cited words: 0 around them, -1 before, 1 after; empty (start = end) past the
     * document's ends. Runs begin and end with a block.
     */
    static Span run(Document document, Span cited, int screens) {
        Span run = around(document, cited);
        for (int i = 0; i < screens && run.length() > 0; i++) {
            run = after(document, run.end());
        }
        for (int i = 0; i > screens && run.length() > 0; i--) {
            run = before(document, run.start());
        }
        return run;
    }

    private static Span around(Document document, Span cited) {
        int start = cited.start();
        int end = cited.end();
        List<Span> blocks = document.blocks();
        for (Span block : blocks) {
            if (block.overlaps(cited) && Math.max(end, block.end()) - Math.min(start, block.start()) <= 2 * SCREEN) {
                start = Math.min(start, block.start());
                end = Math.max(end, block.end());
            }
        }
        for (Span block : blocks) {
            if (block.start() >= end && block.end() - start <= SCREEN) {
                end = block.end();
            }
        }
        for (Span block : blocks.reversed()) {
            if (block.end() <= start && end - block.start() <= SCREEN) {
                start = block.start();
            }
        }
        return bounded(document, start, end);
    }

    private static Span after(Document document, int from) {
        int start = -1;
        int end = from;
        for (Span block : document.blocks()) {
            if (block.start() >= from && (start < 0 || block.end() - start <= SCREEN)) {
                start = start < 0 ? block.start() : start;
                end = block.end();
            }
        }
        return start < 0 ? new Span(from, from) : bounded(document, start, end);
    }

    private static Span before(Document document, int to) {
        int end = -1;
        int start = to;
        for (Span block : document.blocks().reversed()) {
            if (block.end() <= to && (end < 0 || end - block.start() <= SCREEN)) {
                end = end < 0 ? block.end() : end;
                start = block.start();
            }
        }
        return end < 0 ? new Span(to, to) : bounded(document, start, end);
    }

    private static Span bounded(Document document, int start, int end) {
        int length = document.text().length();
        int from = Math.min(start, length);
        return new Span(from, Math.min(Math.max(end, from), length));
    }
}
