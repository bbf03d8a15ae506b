package coalition.answer;

import coalition.document.Chunk;
import java.util.List;
import java.util.regex.Pattern;

/** Headings that name a day, as in a list of changes or minutes: what stands below them is of that day. */
final class DatedHeadings {
    private static final Pattern YEAR = Pattern.compile("\\b(?:1\\d|20)\\d{2}\\b");
    private static final Pattern PAST =
            Pattern.compile("^(?:since )?when (?:was|were|did|has|have|had)\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OTHERS = 1;

    private DatedHeadings() {}

    /** Whether the sentence is such a heading, and it is asked when what it numbers was: "[4.2.0] - 2025-01-15" for "when was 4.2.0 released?" */
    static boolean answers(QuestionAnalysis analysis, Chunk chunk, int index) {
        if (analysis.asked() != Asked.WHEN || !isOne(chunk, index)) {
            return false;
        }
        List<Token> words = Token.all(chunk.sentences().get(index).text());
        List<String> numbers = analysis.keywords().stream()
                .filter(w -> Character.isDigit(w.charAt(0)))
                .toList();
        List<String> others = analysis.keywords().stream()
                .filter(w -> !numbers.contains(w) && !FormMatch.isKind(Stem.of(w)))
                .filter(w -> words.stream().noneMatch(t -> t.stem().equals(Stem.of(w))))
                .filter(w -> !w.equals("version"))
                .toList();
        return !numbers.isEmpty()
                && others.size() <= MOST_OTHERS
                && numbers.stream()
                        .allMatch(n -> words.stream().anyMatch(t -> t.lower().equals(n)));
    }

    /** The heading and the run below it, where it is asked when something was and the run names no day; empty where there is no such heading. */
    static List<Run> above(QuestionAnalysis analysis, Run run) {
        Chunk chunk = run.chunk();
        boolean open = PAST.matcher(analysis.text()).find()
                && run.first() > 0
                && isOne(chunk, 0)
                && !YEAR.matcher(run.shown()).find()
                && Token.all(run.shown()).stream()
                        .noneMatch(t -> t.capitalised() && Lexicon.MONTHS.contains(t.lower()));
        return open ? List.of(new Run(run.passage(), chunk, 0, 0), run) : List.of();
    }

    private static boolean isOne(Chunk chunk, int index) {
        String line = PlainWords.of(chunk.sentences().get(index).text()).text();
        boolean heads = line.equals(chunk.title())
                || (!chunk.headings().isEmpty() && line.equals(chunk.headings().getLast()));
        return heads && YEAR.matcher(line).find();
    }
}
