package coalition.answer;

import coalition.document.Chunk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which labelled lines and rows of tables hold what is asked for: "Judge: Ann Low" for "Who was the judge?" */
final class Fields {
    private static final Set<String> TITLES = Lexicon.words("dr mr mrs ms prof sir");
    private static final Set<String> REASONS =
            Lexicon.words("cause reason why explanation remedy solution fix action help what advice answer").stream()
                    .map(Stem::of)
                    .collect(Collectors.toUnmodifiableSet());
    /** What adds nothing to what is given: "who sent apologies". */
    private static final Set<String> GIVING = Lexicon.words("sent send sends gave give gives given made make makes");

    private static final Set<String> DO = Lexicon.words("do does did");

    private Fields() {}

    /** Whether a line's label, or a row with the head of its table, has all that is asked for, given what stands around it. */
    static boolean answers(QuestionAnalysis analysis, Chunk chunk, int index) {
        boolean row = Rows.isOne(chunk, index);
        Set<String> wanted = row ? Rows.wanted(analysis, chunk, index) : Fitness.topic(analysis);
        boolean explains = analysis.asked() == Asked.WHY || analysis.asked() == Asked.HOW;
        if (wanted.isEmpty()) {
            return false;
        }
        if (row) {
            return (!explains || hasReasons(chunk, index)) && row(analysis, wanted, chunk, index);
        }
        return !explains && line(analysis, wanted, chunk, index);
    }

    /** Whether a row and its column have all that is asked for, which is two words or more: no nearer sentence answers better. */
    static boolean isWholeRow(QuestionAnalysis analysis, Chunk chunk, int index) {
        return Rows.isOne(chunk, index)
                && Rows.wanted(analysis, chunk, index).size() > 1
                && answers(analysis, chunk, index);
    }

    /** Whether a column of the table that the row belongs to tells of reasons or remedies. */
    static boolean hasReasons(Chunk chunk, int row) {
        int head = Layout.header(chunk, row);
        boolean record = Layout.isRecord(chunk);
        String columns = record ? chunk.heading() : chunk.sentences().get(head).text();
        return (record || head != row) && Token.all(columns).stream().anyMatch(t -> REASONS.contains(t.stem()));
    }

    private static boolean line(QuestionAnalysis analysis, Set<String> wanted, Chunk chunk, int index) {
        String plain = PlainWords.of(chunk.sentences().get(index).text()).text();
        Optional<String> label = Layout.label(plain);
        Set<String> labelled = label.map(Overlap::content).orElse(Set.of());
        List<Token> words = label.map(Token::all).orElse(List.of()).stream()
                .filter(Lexicon::content)
                .toList();
        List<String> asked = analysis.keywords();
        if (words.isEmpty()
                || !words.stream()
                        .allMatch(
                                w -> wanted.contains(w.stem()) || asked.stream().anyMatch(a -> isSame(w, a)))) {
            return false;
        }
        Set<String> around = Overlap.content(
                chunk.title() + " " + chunk.heading() + " " + chunk.document().value() + " " + labelled(chunk));
        boolean verb = labelled.contains(Stem.of(analysis.action())) || labelled.contains(lastVerb(analysis));
        return !verb
                && asked.stream()
                        .filter(a -> !GIVING.contains(a) && wanted.contains(Stem.of(a)))
                        .allMatch(a ->
                                around.contains(Stem.of(a)) || words.stream().anyMatch(w -> isSame(w, a)));
    }

    /** The labelled lines of a chunk. */
    private static String labelled(Chunk chunk) {
        return chunk.sentences().stream()
                .map(s -> PlainWords.of(s.text()).text())
                .filter(s -> Layout.label(s).isPresent())
                .collect(Collectors.joining(" "));
    }

    /** Whether a label's word says what is asked for: "Apologies" who was absent, "Present" who attended. */
    private static boolean isSame(Token label, String asked) {
        return OtherWords.same(label.lower(), asked);
    }

    /** The stem of the last word after "did" or "does", which is a verb: "What did she present?"; empty where there is none. */
    private static String lastVerb(QuestionAnalysis analysis) {
        List<Token> words = Token.all(analysis.text());
        boolean does = words.stream().limit(Math.max(0, words.size() - 1)).anyMatch(w -> DO.contains(w.lower()));
        return does ? words.getLast().stem() : "";
    }

    private static boolean row(QuestionAnalysis analysis, Set<String> wanted, Chunk chunk, int index) {
        int head = Layout.header(chunk, index);
        boolean record = Layout.isRecord(chunk);
        if (head == index && !record) {
            return false;
        }
        Set<String> columns =
                Overlap.content((record ? "" : chunk.sentences().get(head).text()) + " " + chunk.heading());
        Set<String> own = Overlap.content(chunk.sentences().get(index).text());
        Set<String> all = new HashSet<>(columns);
        all.addAll(own);
        boolean decides = analysis.asked() != Asked.YES_NO || wanted.stream().anyMatch(columns::contains);
        return decides
                && all.containsAll(wanted)
                && !columns.containsAll(wanted)
                && tellsMore(analysis, wanted, chunk.sentences().get(index).text());
    }

    /** Whether the row has besides what was asked with a name, a number or a word, as the kind of the question wants. */
    private static boolean tellsMore(QuestionAnalysis analysis, Set<String> wanted, String row) {
        List<Token> more =
                Token.all(row).stream().filter(t -> !wanted.contains(t.stem())).toList();
        return switch (analysis.asked()) {
            case WHO, WHERE -> more.stream().anyMatch(t -> t.capitalised() && !TITLES.contains(t.lower()));
            case WHEN ->
                more.stream()
                        .anyMatch(t -> t.number()
                                || Lexicon.MONTHS.contains(t.lower())
                                || Lexicon.WEEKDAYS.contains(t.lower()));
            default -> !more.isEmpty();
        };
    }
}
