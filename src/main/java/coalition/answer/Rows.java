package coalition.answer;

import coalition.document.Chunk;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which rows of a table speak of what is asked: in their cells, the names of their columns, or the headings and title above. */
final class Rows {
    private static final Set<Asked> OF_SEVERAL = Set.of(Asked.LIST, Asked.COMPARE, Asked.TOPIC, Asked.DEFINITION);
    /** What a question for money adds to the thing that has a price. */
    private static final Pattern PAYING = Pattern.compile(
            "costs?|costing|prices?|priced|pay|pays|paid|spend|spends|spent|rates?|fees?|fares?|charged?|charges|worth|earns?|earned|wages?|tickets?");

    /** An hour that somebody asks about need not be one that the row names: "at 9 pm?" - "only after 22:00". */
    private static final Pattern HOUR =
            Pattern.compile("\\d{1,2}(?:[:.]\\d\\d)?(?:am|pm|h)?|am|pm|a\\.m\\.|p\\.m\\.|o'clock");

    private static final double MOST_LACKING = 1 / 3d;

    private Rows() {}

    /** Whether the sentence is a row of a table or of a file of rows. */
    static boolean isOne(Chunk chunk, int index) {
        return Layout.isRecord(chunk) || Layout.isRow(chunk, index);
    }

    /**
     * Whether the sentence is a row that says too little of what is asked: more than a third of that, of a yes-or-no question anything, stands neither in it nor above
     * it, or another row of its table has all that it has of it and more, or it is asked how and no column tells of remedies.
     */
    static boolean isOff(QuestionAnalysis analysis, Chunk chunk, int index) {
        if (OF_SEVERAL.contains(analysis.asked()) || !isOne(chunk, index)) {
            return false;
        }
        boolean explains = analysis.asked() == Asked.HOW && !Fields.hasReasons(chunk, index);
        double most = analysis.asked() == Asked.YES_NO ? 0 : MOST_LACKING;
        return explains || lacking(analysis, chunk, index) > most || isOutdone(analysis, chunk, index);
    }

    /** What a row must speak of: the topic, without the words that only ask what is paid where money stands there or above. */
    static Set<String> wanted(QuestionAnalysis analysis, Chunk chunk, int index) {
        Set<String> wanted = Fitness.topic(analysis);
        if (Cells.isPriced(above(chunk, index) + " " + shown(chunk, index))) {
            analysis.keywords().stream()
                    .filter(w -> PAYING.matcher(w).matches())
                    .forEach(w -> wanted.remove(Stem.of(w)));
        }
        return wanted;
    }

    /** Whether it is a row with a number below a column of prices, be it without a sign of money: "Baguette,280,2.40". */
    static boolean isPriced(Chunk chunk, int index) {
        return isOne(chunk, index)
                && Cells.isPriced(above(chunk, index))
                && Token.all(shown(chunk, index)).stream().anyMatch(Token::number);
    }

    /** The share of what is asked that neither the row nor what stands above it has, 0 to 1. */
    private static double lacking(QuestionAnalysis analysis, Chunk chunk, int index) {
        Set<String> there = Overlap.content(above(chunk, index) + " " + shown(chunk, index));
        Set<String> wanted = new HashSet<>(wanted(analysis, chunk, index));
        wanted.retainAll(Decision.asked(analysis));
        wanted.removeIf(w -> FormMatch.isKind(w) || HOUR.matcher(w).matches());
        long lacking = wanted.stream().filter(w -> !Decision.isIn(w, there)).count();
        return wanted.isEmpty() ? 0 : (double) lacking / wanted.size();
    }

    private static boolean isOutdone(QuestionAnalysis analysis, Chunk chunk, int index) {
        Set<String> wanted = wanted(analysis, chunk, index);
        Set<String> own = has(wanted, chunk, index);
        for (int i = first(chunk, index); i < chunk.sentences().size() && isOne(chunk, i); i++) {
            Set<String> other = has(wanted, chunk, i);
            if (other.size() > own.size() && other.containsAll(own)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> has(Set<String> wanted, Chunk chunk, int index) {
        Set<String> has = Overlap.content(shown(chunk, index));
        has.retainAll(wanted);
        return has;
    }

    /** The first row below the head of the table; of a file of rows the chunk's first. */
    private static int first(Chunk chunk, int index) {
        int head = Layout.header(chunk, index);
        return Layout.isRecord(chunk) ? 0 : Math.min(head + 1, index);
    }

    private static String above(Chunk chunk, int index) {
        int head = Layout.header(chunk, index);
        String columns = Layout.isRecord(chunk) || head == index ? "" : shown(chunk, head);
        return chunk.title() + " " + chunk.heading() + " " + chunk.document().value() + " " + columns;
    }

    private static String shown(Chunk chunk, int index) {
        return PlainWords.of(chunk.sentences().get(index).text()).text();
    }
}
