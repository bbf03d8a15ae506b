package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the cell of a row that answers, by the names of the columns: the price under "Price" for "how much is the lamp?" */
final class Cells {
    private static final Pattern ROW_CELL = Pattern.compile("[^|]+");
    private static final Map<Character, Pattern> RECORD_CELLS =
            Map.of(',', recordCell(','), ';', recordCell(';'), '\t', recordCell('\t'));
    private static final Pattern PRICES = Pattern.compile(
            "price|cost|fee|amount|rent|salary|rate|total|[$€£]|\\b(?:eur|usd|gbp|chf)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES =
            Pattern.compile("date|time|day|when|year|month|until|deadline|due|\\bby\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSONS = Pattern.compile(
            "who|name|person|speaker|owner|responsible|author|contact|manager|teacher|leader|assignee",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACES = Pattern.compile(
            "where|\\bplace\\b|room|location|address|city|venue|building|site", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSES = Pattern.compile("cause|reason|why", Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final double KIND = .4;
    private static final double MORE = .05;

    private Cells() {}

    /**
     * The answering cell in document offsets.
     *
     * @return empty where the sentence is no row, the columns have no names, or no one column is the one that is asked for
     */
    static Optional<Span> answering(QuestionAnalysis analysis, Chunk chunk, int row) {
        Set<String> asked = Fitness.topic(analysis);
        Span best = new Span(0, 0);
        double most = 0;
        boolean tie = false;
        for (Labelled labelled : named(chunk, row)) {
            Span cell = labelled.span();
            boolean key = Overlap.content(Quotation.in(chunk, cell)).stream().anyMatch(asked::contains);
            double fit = key || labelled.column().isEmpty() ? 0 : fit(analysis, asked, labelled.column());
            tie = (tie && fit <= most) || (fit == most && fit > 0);
            if (fit > most) {
                most = fit;
                best = cell;
            }
        }
        return most > 0 && !tie ? Optional.of(best) : Optional.empty();
    }

    /** A cell's place in the document, and the name of its column; empty where it has none, as the first one is known without. */
    record Labelled(Span span, String column) {}

    /** The cells of a row that hold something; none where the sentence is no row, or its columns have no names. */
    static List<Labelled> labelled(Chunk chunk, int row) {
        if (!Rows.isOne(chunk, row)) {
            return List.of();
        }
        List<Labelled> cells = named(chunk, row);
        return IntStream.range(0, cells.size())
                .mapToObj(i -> i == 0 ? new Labelled(cells.get(i).span(), "") : cells.get(i))
                .filter(c -> c.span().length() > 0)
                .toList();
    }

    /** All cells with their columns, of which the first cell may have none; empty where the columns have no names or do not fit. */
    private static List<Labelled> named(Chunk chunk, int row) {
        List<String> columns = columns(chunk, row);
        List<Span> cells = columns.isEmpty() ? List.of() : cells(chunk, row);
        int shift = cells.size() - columns.size();
        return shift < 0 || shift > 1
                ? List.of()
                : IntStream.range(0, cells.size())
                        .mapToObj(i -> new Labelled(cells.get(i), i < shift ? "" : columns.get(i - shift)))
                        .toList();
    }

    /** Whether a column or a cell is of money. */
    static boolean isPriced(String words) {
        return PRICES.matcher(words).find();
    }

    /** Whether the words lie within one cell, or the sentence is no row. */
    static boolean isInOne(Chunk chunk, int row, Span words) {
        boolean table = Layout.isRow(chunk, row) || Layout.isRecord(chunk);
        return !table || cells(chunk, row).stream().anyMatch(c -> c.contains(words));
    }

    /** How much speaks for a column: its share of words that are asked for, and whether it holds what such an answer is. */
    private static double fit(QuestionAnalysis analysis, Set<String> asked, String column) {
        Set<String> name = Overlap.content(column);
        Set<String> both = new HashSet<>(name);
        both.retainAll(asked);
        double share = name.isEmpty() ? 0 : (double) both.size() / name.size();
        return share + MORE * both.size() + (kind(analysis).matcher(column).find() ? KIND : 0);
    }

    private static Pattern kind(QuestionAnalysis analysis) {
        return switch (analysis.asked()) {
            case HOW_MANY ->
                analysis.text().matches("(?i)how much\\b.*") || AnswerForm.of(analysis) == AnswerForm.MONEY
                        ? PRICES
                        : NONE;
            case WHEN -> TIMES;
            case WHO -> PERSONS;
            case WHERE -> PLACES;
            case WHY -> CAUSES;
            default -> AnswerForm.of(analysis) == AnswerForm.MONEY ? PRICES : NONE;
        };
    }

    private static List<String> columns(Chunk chunk, int row) {
        if (Layout.isRecord(chunk)) {
            return chunk.headings().isEmpty()
                    ? List.of()
                    : List.of(chunk.headings().getLast().split(", ", -1));
        }
        int head = Layout.isRow(chunk, row) ? Layout.header(chunk, row) : row;
        return head == row
                ? List.of()
                : cells(chunk, head).stream()
                        .map(c -> Quotation.in(chunk, c).strip())
                        .toList();
    }

    private static Pattern recordCell(char separator) {
        String none = "[^" + separator + "]";
        return Pattern.compile("\"(?:[^\"]|\"\")*\"|" + none + "+|(?<=" + separator + ")(?=" + separator + ")|(?<="
                + separator + ")$");
    }

    /** What stands between the cells of a file of rows: the first of semicolon and tab that each row has, else a comma. */
    private static char separator(Chunk chunk) {
        for (char c : new char[] {';', '\t'}) {
            if (chunk.sentences().stream().allMatch(s -> s.text().indexOf(c) >= 0)) {
                return c;
            }
        }
        return ',';
    }

    /** The cells of a row that hold something, in document offsets, without blanks at their ends; of a record all. */
    private static List<Span> cells(Chunk chunk, int row) {
        Span sentence = chunk.sentences().get(row).span();
        String text = Quotation.in(chunk, sentence);
        List<Span> cells = new ArrayList<>();
        Matcher matcher = (Layout.isRecord(chunk) ? RECORD_CELLS.getOrDefault(separator(chunk), ROW_CELL) : ROW_CELL)
                .matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            if (end > start || Layout.isRecord(chunk)) {
                cells.add(new Span(sentence.start() + start, sentence.start() + end));
            }
        }
        return cells;
    }
}
