package coalition.ingest;

import coalition.document.Document;
import coalition.document.Heading;
import coalition.document.PageStart;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers headings, pages and blocks of one text while it is read. Not safe for several threads. */
final class Structure {
    private static final int LONGEST_TITLE = 200;

    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{2}){1,2}\\b"
                    + "|\\b(?:\\d{1,2}(?:st|nd|rd|th|\\.)? )?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.? (?:\\d{1,2}(?:st|nd|rd|th)?, )?\\d{4}\\b");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final int MOST_BESIDE_A_DATE = 3;

    private final String text;
    private final List<Heading> headings = new ArrayList<>();
    private final List<PageStart> pages = new ArrayList<>();
    private final List<Span> blocks = new ArrayList<>();

    Structure(String text) {
        this.text = text;
    }

    /** Adds a heading; one without words is left out. */
    void heading(int start, int level, String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            headings.add(new Heading(start, level, shortened(line)));
        }
    }

    /** Whether a heading names a day and little else, as in a diary or a list of changes: then it is looked up like a sentence. */
    static boolean isDated(int level, String heading) {
        Matcher date = DATE.matcher(heading);
        return level > 1
                && date.find()
                && WORD.matcher(date.replaceFirst(" ")).results().count() <= MOST_BESIDE_A_DATE;
    }

    void page(int start, int number) {
        pages.add(new PageStart(start, number));
    }

    /** Adds a run as a block, without white space at its ends; one without letters and digits is left out. */
    void block(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
            blocks.add(new Span(from, to));
        }
    }

    boolean hasBlocks() {
        return !blocks.isEmpty();
    }

    /** The first heading of the highest level, or the fallback where there is none. */
    String titleOr(String fallback) {
        return headings.stream()
                .min((a, b) -> Integer.compare(a.level(), b.level()))
                .map(Heading::text)
                .orElse(fallback);
    }

    /**
     * The document.
     *
     * @throws UnreadableFileException where there is no block
     */
    Document document(SourceFile file, String title) {
        if (blocks.isEmpty()) {
            throw new UnreadableFileException(SkipReason.NO_TEXT);
        }
        String name = title.isBlank() ? file.nameAsTitle() : title.strip();
        String shortName = name.length() <= LONGEST_TITLE
                ? name
                : name.substring(0, LONGEST_TITLE).strip() + "…";
        return new Document(file.id(), file.hash(), shortName, text, headings, pages, blocks, file.modified());
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_TITLE)))
                                .strip() + "…";
    }
}
