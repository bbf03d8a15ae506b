package coalition.ingest;

import coalition.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads plain text, also tables with one row a line, and chats and logs with one entry a line. The text is the decoded file to
 * the letter. Paragraphs end at blank lines, at a list mark and, where lines are not wrapped, at each line's end; headings are
 * underlined lines and short lines on their own in capitals or numbered. The title is the highest heading, a short first line
 * on its own or the file's name. Safe for several threads.
 */
public final class PlainTextReader implements DocumentReader {
    private static final List<String> ENDINGS =
            List.of(".txt", ".text", ".rst", ".adoc", ".asciidoc", ".org", ".log", ".csv", ".tsv", ".tex");
    private static final List<String> NAMES =
            List.of("readme", "license", "licence", "notice", "changelog", "authors", "copying");
    private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}|~{3,}|\\^{3,}|\\*{3,}");
    private static final Pattern LIST_MARK =
            Pattern.compile("(?:[-*+•◦▪‣–]|\\(?[0-9]{1,3}[.)]|\\(?[a-zA-Z][.)])[ \\t]+(?=\\S)");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:[0-9]{1,2}(?:\\.[0-9]{1,2}){0,3}\\.?|[IVX]{1,5}\\.|Chapter|CHAPTER|Part|PART|Section|Article)[ \\t]+\\S.{0,80}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[.!?…:;,。！？][\"'”’)\\]»]*");
    private static final Pattern FIELD = Pattern.compile("[\\p{L}][\\p{L} ]{0,30}:[ \\t]+\\S.*");
    private static final Pattern NAMES_OF_COLUMNS =
            Pattern.compile("\"?\\p{L}[^,;\t]{0,39}(?:[,;\t][ \"]{0,2}\\p{L}[^,;\t]{0,39})+");
    /** What opens a message of a chat or a line of a log: "[12/06/2025, 18:02] ", "2025-06-12 18:02:11 ", "12.06.25, 18:02 - ". */
    private static final Pattern STAMP = Pattern.compile(
            "\\[?\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[,T]?[ \\u202F]?\\d{1,2}[:.]\\d{2}.*|\\[\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp][Mm])?\\].*");

    private static final int CODE_INDENT = 4;
    private static final int LINE_OF_ITS_OWN = 120;
    private static final int LONGEST_HEADING = 90;
    private static final int LONGEST_CLAUSE = 50;

    @Override
    public boolean accepts(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith) || NAMES.contains(name);
    }

    @Override
    public Document read(SourceFile file) {
        String text = TextDecoder.decode(file.bytes());
        Structure structure = new Structure(text);
        boolean rows = file.name().endsWith(".csv") || file.name().endsWith(".tsv");
        List<Line> lines = Line.of(text);
        if (rows) {
            rows(lines, structure);
            return structure.document(file, file.nameAsTitle());
        }
        paragraphs(lines).forEach(paragraph -> read(paragraph, text, structure));
        return structure.document(file, structure.titleOr(firstLine(lines, file)));
    }

    /** Each row is a block below a heading that names the columns, where the first row does. */
    private static void rows(List<Line> lines, Structure structure) {
        List<Line> filled = lines.stream().filter(l -> !l.words().isEmpty()).toList();
        boolean headed = filled.size() > 1
                && NAMES_OF_COLUMNS.matcher(filled.get(0).words()).matches()
                && filled.get(1).words().codePoints().anyMatch(Character::isDigit);
        if (headed) {
            String columns = filled.get(0).words().replaceAll("[\"_]", " ").replaceAll("\\s*[,;\t]\\s*", ", ");
            structure.heading(filled.get(0).start(), 2, columns);
        }
        filled.stream().skip(headed ? 1 : 0).forEach(line -> structure.block(line.start(), line.end()));
    }

    private static String firstLine(List<Line> lines, SourceFile file) {
        List<List<Line>> paragraphs = paragraphs(lines);
        if (paragraphs.size() > 1 && paragraphs.get(0).size() == 1) {
            String line = paragraphs.get(0).get(0).words();
            if (line.length() <= LONGEST_HEADING && !endsLikeASentence(line)) {
                return line;
            }
        }
        return file.nameAsTitle();
    }

    private static List<List<Line>> paragraphs(List<Line> lines) {
        List<List<Line>> paragraphs = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines) {
            if (!line.words().isEmpty()) {
                open.add(line);
            } else if (!open.isEmpty()) {
                paragraphs.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            paragraphs.add(open);
        }
        return paragraphs;
    }

    private static void read(List<Line> paragraph, String text, Structure structure) {
        List<Line> rest = paragraph;
        if (rest.size() > 1
                && UNDERLINE.matcher(rest.get(1).words()).matches()
                && rest.get(0).words().length() <= LONGEST_HEADING) {
            structure.heading(
                    rest.get(0).start(),
                    rest.get(1).words().startsWith("=") ? 1 : 2,
                    rest.get(0).words());
            rest = rest.subList(2, rest.size());
        } else if (isHeadedBy(rest)) {
            structure.heading(
                    rest.get(0).start(), level(rest.get(0).words()), rest.get(0).words());
            rest = rest.subList(1, rest.size());
        } else if (rest.size() == 1 && isHeading(rest.get(0).words())) {
            structure.heading(
                    rest.get(0).start(), level(rest.get(0).words()), rest.get(0).words());
            return;
        }
        if (rest.stream().allMatch(line -> isCode(line, text))) {
            rest.forEach(line -> structure.block(line.start(), line.end()));
            return;
        }
        boolean list = !rest.isEmpty() && LIST_MARK.matcher(rest.get(0).words()).lookingAt();
        int longest =
                rest.stream().mapToInt(line -> line.words().length()).max().orElse(0);
        int start = 0;
        for (int i = 1; i <= rest.size(); i++) {
            if (i == rest.size() || startsAnew(rest.get(i - 1), rest.get(i), list, longest)) {
                if (start < i) {
                    int from = rest.get(start).start();
                    var mark = LIST_MARK.matcher(rest.get(start).words());
                    structure.block(
                            mark.lookingAt() ? from + mark.end() : from,
                            rest.get(i - 1).end());
                }
                start = i;
            }
        }
    }

    /** Whether the line is set in like a command, and is no sentence. */
    private static boolean isCode(Line line, String text) {
        int from = line.start();
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean tab = from < line.start() && text.charAt(from) == '\t';
        return (tab || line.start() - from >= CODE_INDENT)
                && !endsLikeASentence(line.words())
                && !LIST_MARK.matcher(line.words()).lookingAt()
                && Character.isLowerCase(line.words().codePointAt(0));
    }

    /** Whether a numbered line stands above its text without a blank line between: "3. Price" over "The price is...". */
    private static boolean isHeadedBy(List<Line> paragraph) {
        return paragraph.size() > 1
                && paragraph.get(0).words().length() <= LONGEST_CLAUSE
                && NUMBERED.matcher(paragraph.get(0).words()).matches()
                && !endsLikeASentence(paragraph.get(0).words())
                && !LIST_MARK.matcher(paragraph.get(1).words()).lookingAt()
                && endsLikeASentence(paragraph.get(paragraph.size() - 1).words())
                && paragraph.get(1).words().length() > paragraph.get(0).words().length()
                && Character.isUpperCase(paragraph.get(1).words().codePointAt(0));
    }

    private static boolean startsAnew(Line before, Line line, boolean list, int longest) {
        boolean wrapped = before.words().length() * 5 >= longest * 3;
        return STAMP.matcher(line.words()).matches()
                || (LIST_MARK.matcher(line.words()).lookingAt() && (list || !Character.isLowerCase(before.lastPoint())))
                || (before.words().length() > LINE_OF_ITS_OWN && endsLikeASentence(before.words()))
                || (FIELD.matcher(before.words()).matches()
                        && FIELD.matcher(line.words()).matches())
                || (!wrapped && !Character.isLowerCase(line.words().codePointAt(0)));
    }

    private static boolean isHeading(String line) {
        if (line.length() > LONGEST_HEADING || endsLikeASentence(line)) {
            return false;
        }
        long letters = line.codePoints().filter(Character::isLetter).count();
        boolean capitals = letters > 2
                && line.equals(line.toUpperCase(Locale.ROOT))
                && !line.equals(line.toLowerCase(Locale.ROOT));
        return capitals || NUMBERED.matcher(line).matches();
    }

    private static int level(String line) {
        int number = 0;
        while (number < line.length() && (Character.isDigit(line.charAt(number)) || line.charAt(number) == '.')) {
            number++;
        }
        String digits = line.substring(0, number).replaceAll("\\.$", "");
        return digits.isEmpty()
                ? 1
                : Math.min(6, 2 + (int) digits.chars().filter(c -> c == '.').count());
    }

    private static boolean endsLikeASentence(String line) {
        return SENTENCE_END.matcher(line).matches();
    }
}
