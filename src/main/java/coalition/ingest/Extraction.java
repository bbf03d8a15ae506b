package coalition.ingest;

import coalition.document.Document;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;

/** Builds the text of a format that has none of its own, with headings, pages and blocks. Not safe for several threads. */
final class Extraction {
    private static final int LONGEST = 5_000_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Heading> headings = new ArrayList<>();
    private final List<int[]> pages = new ArrayList<>();
    private final List<Span> blocks = new ArrayList<>();
    private int open;

    /** Adds to what is open. */
    void append(CharSequence more) {
        if (text.length() + more.length() > LONGEST) {
            throw new UnreadableFileException(SkipReason.TOO_LARGE, "more than " + LONGEST + " characters");
        }
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < more.length()
                    && Character.isLowSurrogate(more.charAt(i + 1));
            if (paired) {
                text.append(c).append(more.charAt(++i));
            } else {
                text.append(Character.isSurrogate(c) || c == 0 ? '\uFFFD' : c);
            }
        }
    }

    /** Whether nothing but white space is open. */
    boolean isBlank() {
        return text.substring(open).isBlank();
    }

    /** Whether the last unit is white space, or there is none since the last end. */
    boolean endsInSpace() {
        return text.length() == open || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    /** A page begins at what comes next. */
    void page(int number) {
        pages.add(new int[] {text.length(), number});
    }

    /** Ends what is open as a block. */
    void endBlock() {
        if (!isBlank()) {
            blocks.add(new Span(open, text.length()));
        }
        end();
    }

    /** Ends what is open as a heading. */
    void endHeading(int level) {
        if (!isBlank()) {
            headings.add(new Heading(open, level, text.substring(open)));
            if (Structure.isDated(level, text.substring(open))) {
                blocks.add(new Span(open, text.length()));
            }
        }
        end();
    }

    /** Ends what is open as text that is neither. */
    void end() {
        if (isBlank()) {
            text.setLength(open);
        } else {
            while (Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.setLength(text.length() - 1);
            }
            text.append("\n\n");
            open = text.length();
        }
    }

    /**
     * The document; a blank title stands for the highest heading or the file's name.
     *
     * @throws UnreadableFileException where there is no block
     */
    Document document(SourceFile file, String title) {
        end();
        Structure structure = new Structure(text.toString());
        headings.forEach(heading -> structure.heading(heading.start(), heading.level(), heading.words()));
        pages.forEach(page -> structure.page(Math.min(page[0], text.length()), page[1]));
        blocks.forEach(block -> structure.block(block.start(), Math.min(block.end(), text.length())));
        return structure.document(file, title.isBlank() ? structure.titleOr(file.nameAsTitle()) : title);
    }

    private record Heading(int start, int level, String words) {}
}
