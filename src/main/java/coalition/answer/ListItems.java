package coalition.answer;

import coalition.document.Chunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a sentence is part of (a list, a table, a command below the words that announce it) and what of it is to be shown. */
final class ListItems {
    private static final int MOST = 8;
    private static final Pattern PLURAL = Pattern.compile(
            "^(?:when|where|who|what) (?:are|were) (?:the |our |all )*\\p{L}{3,}s\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern WIDE = Pattern.compile("\\|.*\\|");

    private final Run best;
    private final Chunk chunk;
    private final QuestionAnalysis analysis;

    private ListItems(Run best, QuestionAnalysis analysis) {
        this.best = best;
        this.chunk = best.chunk();
        this.analysis = analysis;
    }

    /**
     * The sentences to show where the best one is part of a list: for a question that asks for several things the introduction, where
     * there is one, and all items or rows; for another an item that is no sentence by itself, with its introduction; and code with
     * the words above it.
     *
     * @return empty where the sentence stands in no list, or stands well alone
     */
    static List<Run> around(Run best, QuestionAnalysis analysis) {
        ListItems items = new ListItems(best, analysis);
        int place = best.last();
        if (Layout.isRow(best.chunk(), place)) {
            return items.rows(place);
        }
        return Stream.of(items.code(place), items.items(place), items.steps(place))
                .filter(runs -> !runs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Run> items(int place) {
        boolean item = Layout.isItem(chunk, place);
        int first = item ? firstItem(place) : place + 1;
        if (first >= chunk.sentences().size() || !Layout.isItem(chunk, first)) {
            return List.of();
        }
        boolean introduced = first > 0 && announces(first - 1);
        boolean several = introduced
                ? !item
                        || (asksForSeveral()
                                && isAbout(chunk.sentences().get(first - 1).text() + " " + chunk.heading()))
                : item && asksForSeveral() && isAbout(chunk.heading());
        if (!introduced && !several) {
            return List.of();
        }
        if (!several && isSentence(chunk.sentences().get(place).text())) {
            return List.of();
        }
        boolean all = several;
        List<Run> runs = new ArrayList<>();
        if (introduced) {
            runs.add(run(first - 1));
        }
        runs.addAll(following(first, i -> Layout.isItem(chunk, i), i -> all || i == place));
        return runs;
    }

    /** All rows that are asked for with the table's head, where several are; one row of many columns with its head; else none. */
    private List<Run> rows(int place) {
        int first = Layout.header(chunk, place);
        boolean head = first == place && Layout.isRow(chunk, Math.min(place + 1, size() - 1));
        if (head || analysis.asked() == Asked.LIST) {
            Set<Integer> wanted = wanted(first);
            return following(
                    first, i -> Layout.isRow(chunk, i), i -> i == first || wanted.isEmpty() || wanted.contains(i));
        }
        return first < place && WIDE.matcher(run(place).shown()).find() ? List.of(run(first), run(place)) : List.of();
    }

    /** The rows below the head that have a word of the question which others and the head lack; empty where none or all do. */
    private Set<Integer> wanted(int head) {
        Set<String> asked = new HashSet<>(Fitness.topic(analysis));
        asked.removeAll(Overlap.content(
                chunk.title() + " " + chunk.heading() + " " + run(head).shown()));
        Set<Integer> wanted = new HashSet<>();
        int rows = 0;
        for (int i = head + 1; i < size() && Layout.isRow(chunk, i); i++) {
            rows++;
            if (Overlap.content(run(i).shown()).stream().anyMatch(asked::contains)) {
                wanted.add(i);
            }
        }
        return wanted.size() < rows ? wanted : Set.of();
    }

    /** The numbered steps beside what is told of how something is done, of the same section. */
    private List<Run> steps(int place) {
        boolean told = analysis.asked() == Asked.HOW
                && !Layout.isItem(chunk, place)
                && isAbout(run(place).shown() + " " + chunk.heading());
        int first = told ? firstStep(place) : size();
        return first < size() ? following(first, i -> Layout.isStep(chunk, i), i -> true) : List.of();
    }

    /** The first of the steps after a sentence, or else before it, with no heading between; the chunk's size where there is none. */
    private int firstStep(int place) {
        int after = place + 1;
        while (after < size() && !Layout.isStep(chunk, after) && !Layout.isHeaded(chunk, after)) {
            after++;
        }
        if (after < size() && !Layout.isHeaded(chunk, after)) {
            return after;
        }
        int before = place;
        while (before >= 0 && !Layout.isStep(chunk, before) && !Layout.isHeaded(chunk, before)) {
            before--;
        }
        while (before > 0 && Layout.isStep(chunk, before - 1)) {
            before--;
        }
        return before >= 0 && Layout.isStep(chunk, before) ? before : size();
    }

    /** Code and what announces it: "To install it, run:". */
    private List<Run> code(int place) {
        boolean line = Layout.isCode(chunk, place);
        boolean announced = !line && announces(place) && place + 1 < size() && Layout.isCode(chunk, place + 1);
        int first = place + (announced ? 1 : 0);
        while (line && first > 0 && Layout.isCode(chunk, first - 1)) {
            first--;
        }
        List<Run> runs = new ArrayList<>();
        if ((line || announced) && first > 0 && announces(first - 1)) {
            runs.add(run(first - 1));
            runs.addAll(following(first, i -> Layout.isCode(chunk, i), i -> true));
        }
        return runs;
    }

    private List<Run> following(int first, IntPredicate goesOn, IntPredicate shown) {
        List<Run> runs = new ArrayList<>();
        for (int i = first; i < size() && goesOn.test(i) && runs.size() < MOST; i++) {
            if (shown.test(i)) {
                runs.add(run(i));
            }
        }
        return runs;
    }

    private Run run(int sentence) {
        return new Run(best.passage(), chunk, sentence, sentence);
    }

    private int size() {
        return chunk.sentences().size();
    }

    /** Whether the sentence ends with a colon, or is none and a list follows: "The committee consists of". */
    private boolean announces(int sentence) {
        String text = chunk.sentences().get(sentence).text().strip();
        boolean open = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
        return text.endsWith(":")
                || (open
                        && Layout.label(PlainWords.of(text).text()).isEmpty()
                        && sentence + 1 < size()
                        && Layout.isItem(chunk, sentence + 1)
                        && !Layout.isItem(chunk, sentence));
    }

    private boolean asksForSeveral() {
        return Set.of(Asked.LIST, Asked.HOW, Asked.TOPIC, Asked.FACT).contains(analysis.asked())
                || PLURAL.matcher(analysis.text()).find();
    }

    /** Whether the words above the list have at least half of what is asked about. */
    private boolean isAbout(String above) {
        Set<String> there = Overlap.content(above);
        Set<String> asked = Fitness.topic(analysis);
        return 2 * asked.stream().filter(there::contains).count() >= asked.size();
    }

    private int firstItem(int index) {
        int first = index;
        while (first > 0 && Layout.isItem(chunk, first - 1)) {
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
