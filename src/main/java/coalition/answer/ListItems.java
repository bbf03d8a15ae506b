package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the list a sentence belongs to: its items and the sentence that introduces them. */
final class ListItems {
    private static final Pattern MARKER = Pattern.compile(
            "(?:^|.*\\R)[ \\t>]*(?:[-*+•–]|\\(?(?:\\d{1,3}|[a-zA-Z])[.)])[ \\t]+(?:\\[[ xX]][ \\t]+)?[*_`“\"]*$",
            Pattern.DOTALL);
    private static final int MOST = 8;

    private ListItems() {}

    /**
     * The sentences to show where the best one is part of a list: for a question that asks for several things the introduction and
     * all items; for another an item that is no sentence by itself, with its introduction.
     *
     * @return empty where the sentence stands in no list, or stands well alone
     */
    static List<Run> around(Run best, QuestionAnalysis analysis) {
        Chunk chunk = best.chunk();
        int place = best.last();
        boolean item = isItem(chunk, place);
        int first = item ? firstItem(chunk, place) : place + 1;
        boolean introduced = first > 0
                && first < chunk.sentences().size()
                && isItem(chunk, first)
                && chunk.sentences().get(first - 1).text().strip().endsWith(":");
        if (!introduced) {
            return List.of();
        }
        boolean several = !item || (asksForSeveral(analysis.asked()) && isAbout(chunk, first - 1, analysis));
        if (!several && isSentence(chunk.sentences().get(place).text())) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(best.passage(), chunk, first - 1, first - 1));
        for (int i = first; i < chunk.sentences().size() && isItem(chunk, i) && runs.size() <= MOST; i++) {
            if (several || i == place) {
                runs.add(new Run(best.passage(), chunk, i, i));
            }
        }
        return runs;
    }

    private static boolean asksForSeveral(Asked asked) {
        return asked == Asked.LIST || asked == Asked.HOW || asked == Asked.TOPIC || asked == Asked.FACT;
    }

    /** Whether the introduction and its heading have at least half of what is asked about. */
    private static boolean isAbout(Chunk chunk, int introduction, QuestionAnalysis analysis) {
        Set<String> there = Overlap.content(chunk.sentences().get(introduction).text() + " " + chunk.heading());
        Set<String> asked = Fitness.topic(analysis);
        return 2 * asked.stream().filter(there::contains).count() >= asked.size();
    }

    /** Whether the sentence opens an item: a list mark stands before it. */
    static boolean isItem(Chunk chunk, int index) {
        int start = chunk.sentences().get(index).span().start();
        int from = index == 0
                ? chunk.span().start()
                : chunk.sentences().get(index - 1).span().end();
        return start > from
                && MARKER.matcher(Quotation.in(chunk, new Span(from, start))).matches();
    }

    private static int firstItem(Chunk chunk, int index) {
        int first = index;
        while (first > 0 && isItem(chunk, first - 1)) {
            first--;
        }
        return first;
    }

    private static boolean isSentence(String text) {
        String plain = PlainWords.of(text).text();
        return plain.matches("(?s)^[\\p{Lu}\\p{N}“\"].*[.!?][”\")]*$")
                && Token.all(plain).size() >= 5;
    }
}
