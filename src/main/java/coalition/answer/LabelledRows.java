package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Span;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A chunk's text for a reader that knows only sentences: each cell of a table has the name of its column in front, so that
 * {@code Rye,1000,6.80} below {@code item, weight g, price} reads {@code Rye, weight g: 1000, price: 6.80}. All else stays as it is.
 */
final class LabelledRows {
    /** What only draws a table. */
    private static final Pattern DRAWN = Pattern.compile("[|:+=_\\s-]*-[|:+=_\\s-]*");

    private static final int NOWHERE = -1;

    private final StringBuilder text = new StringBuilder();
    private int[] places = new int[256];

    private LabelledRows() {}

    /** Never empty where the chunk is not; without tables it is the chunk's own text. */
    static LabelledRows of(Chunk chunk) {
        LabelledRows rows = new LabelledRows();
        int at = chunk.span().start();
        for (int i = 0; i < chunk.sentences().size(); i++) {
            Span sentence = chunk.sentences().get(i).span();
            String between = Quotation.in(chunk, new Span(at, sentence.start()));
            List<Cells.Labelled> cells = Cells.labelled(chunk, i);
            boolean drawn = !cells.isEmpty() && DRAWN.matcher(between).matches();
            if (drawn) {
                rows.add("\n");
            } else {
                rows.copy(chunk, new Span(at, sentence.start()));
            }
            if (cells.isEmpty()) {
                rows.copy(chunk, sentence);
            } else {
                rows.add(chunk, cells);
            }
            at = sentence.end();
        }
        rows.copy(chunk, new Span(at, chunk.span().end()));
        return rows;
    }

    /** What is to be read. */
    String text() {
        return text.toString();
    }

    /** The place in the chunk's text of a unit of what is read; -1 for a unit that was put in. */
    int place(int unit) {
        return places[unit];
    }

    private void add(Chunk chunk, List<Cells.Labelled> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Cells.Labelled cell = cells.get(i);
            add((i == 0 ? "" : ", ") + (cell.column().isEmpty() ? "" : cell.column() + ": "));
            copy(chunk, cell.span());
        }
        add(".");
    }

    private void add(String words) {
        for (int i = 0; i < words.length(); i++) {
            add(words.charAt(i), NOWHERE);
        }
    }

    private void copy(Chunk chunk, Span span) {
        String words = Quotation.in(chunk, span);
        int from = span.start() - chunk.span().start();
        for (int i = 0; i < words.length(); i++) {
            add(words.charAt(i), from + i);
        }
    }

    private void add(char unit, int place) {
        if (text.length() == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[text.length()] = place;
        text.append(unit);
    }
}
