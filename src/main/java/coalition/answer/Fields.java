package coalition.answer;

import coalition.document.Chunk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which labelled lines and rows of tables hold what is asked for: "Judge: Ann Low" for "Who was the judge?" */
final class Fields {
    private static final Set<String> DO = Lexicon.words("do does did");

    private Fields() {}

    /** Whether a line's label, or a row with the head of its table, has all that is asked for, given what stands around it. */
    static boolean answers(QuestionAnalysis analysis, Chunk chunk, int index) {
        Set<String> wanted = Fitness.topic(analysis);
        if (wanted.isEmpty() || analysis.asked() == Asked.WHY || analysis.asked() == Asked.HOW) {
            return false;
        }
        return Layout.isRow(chunk, index) ? row(wanted, chunk, index) : line(analysis, wanted, chunk, index);
    }

    private static boolean line(QuestionAnalysis analysis, Set<String> wanted, Chunk chunk, int index) {
        String plain = PlainWords.of(chunk.sentences().get(index).text()).text();
        Optional<String> label = Layout.label(plain);
        Set<String> labelled = label.map(Overlap::content).orElse(Set.of());
        if (labelled.isEmpty() || !wanted.containsAll(labelled)) {
            return false;
        }
        Set<String> around = Overlap.content(
                chunk.title() + " " + chunk.heading() + " " + chunk.document().value() + " " + chunk.text());
        boolean verb = labelled.contains(Stem.of(analysis.action())) || labelled.contains(lastVerb(analysis));
        return !verb && around.containsAll(wanted);
    }

    /** The stem of the last word after "did" or "does", which is a verb: "What did she present?"; empty where there is none. */
    private static String lastVerb(QuestionAnalysis analysis) {
        List<Token> words = Token.all(analysis.text());
        boolean does = words.stream().limit(Math.max(0, words.size() - 1)).anyMatch(w -> DO.contains(w.lower()));
        return does ? words.getLast().stem() : "";
    }

    private static boolean row(Set<String> wanted, Chunk chunk, int index) {
        int head = Layout.header(chunk, index);
        if (head == index) {
            return false;
        }
        Set<String> columns = Overlap.content(chunk.sentences().get(head).text() + " " + chunk.heading());
        Set<String> own = Overlap.content(chunk.sentences().get(index).text());
        Set<String> all = new HashSet<>(columns);
        all.addAll(own);
        return all.containsAll(wanted) && !columns.containsAll(wanted);
    }
}
