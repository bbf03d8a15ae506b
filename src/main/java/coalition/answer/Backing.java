package coalition.answer;

import coalition.answer.Draft.Support;
import coalition.document.Chunk;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Source sentences a claim may stand on.
 *
 * @param parts at least one, in the order of passages and text
 * @param wording their words
 * @param titles roots of the words of the titles and headings they stand under
 * @param context roots of the words around them: title, headings, the rest of their chunks
 */
record Backing(List<Part> parts, Wording wording, Set<String> titles, Set<String> context) {
    private static final int BEST = 4;
    private static final int MOST = 12;
    private static final Recent<Set<String>> ROOTS = new Recent<>(300);
    private static final Recent<Wording> WORDINGS = new Recent<>(300);
    private static final Comparator<Spot> BEST_FIRST = Comparator.comparingDouble(s -> -s.shared());

    /**
     * A sentence of a passage.
     *
     * @param passage index of the passage among those given
     * @param sentence the sentence
     */
    record Part(int passage, Sentence sentence) {}

    /** A sentence of a passage and how many of a claim's words it has. */
    private record Spot(int passage, int sentence, double shared) {}

    /** The roots around one passage; read once for all backings that a claim may have there. */
    private record Surroundings(Set<String> titles, Set<String> context) {
        static Surroundings of(Chunk chunk) {
            String above = chunk.title() + ". " + chunk.heading();
            Set<String> titles = Orders.in(above) ? Set.of() : roots(above);
            return new Surroundings(titles, roots(above + ". " + chunk.text()));
        }
    }

    /** The run lies in one passage. */
    private static Backing of(List<Part> run, Surroundings around) {
        String text = run.stream().map(p -> p.sentence().text()).collect(Collectors.joining(" "));
        return new Backing(List.copyOf(run), WORDINGS.of(text, Wording::of), around.titles(), around.context());
    }

    String text() {
        return wording.text();
    }

    /** The spans, neighbours in one. */
    List<Support> supports() {
        List<Support> supports = new ArrayList<>();
        for (Part part : parts) {
            Support last = supports.isEmpty() ? null : supports.getLast();
            Span span = part.sentence().span();
            if (last != null
                    && last.passage() == part.passage()
                    && span.start() - last.span().end() < 3
                    && span.start() >= last.span().end()) {
                supports.set(
                        supports.size() - 1,
                        new Support(part.passage(), new Span(last.span().start(), span.end()), List.of()));
            } else {
                supports.add(new Support(part.passage(), span, List.of()));
            }
        }
        return List.copyOf(supports);
    }

    /** What a claim may stand on in the places it names: single sentences, and those that lean on the one before with it. */
    static List<Backing> candidates(Wording claim, List<Support> places, List<Passage> passages) {
        Set<String> roots = claim.terms().stream()
                .filter(t -> !t.is(Term.Kind.FUNCTION) && !t.is(Term.Kind.BREAK))
                .map(Term::root)
                .collect(Collectors.toSet());
        List<Spot> spots = new ArrayList<>();
        Map<Integer, Set<Integer>> orders = new HashMap<>();
        for (Support place : places) {
            List<Sentence> sentences = passages.get(place.passage()).chunk().sentences();
            Set<Integer> left = orders.computeIfAbsent(place.passage(), p -> Orders.around(sentences));
            IntStream.range(0, sentences.size())
                    .filter(i -> sentences.get(i).span().overlaps(place.span()) && !left.contains(i))
                    .mapToObj(i -> new Spot(place.passage(), i, shared(roots, sentences.get(i))))
                    .sorted(BEST_FIRST)
                    .limit(BEST)
                    .forEach(spots::add);
        }
        if (spots.size() > MOST) {
            spots.sort(BEST_FIRST);
            spots.subList(MOST, spots.size()).clear();
        }
        List<List<Part>> runs = new ArrayList<>();
        for (int before = 0; before < 2; before++) {
            for (Spot spot : spots) {
                int first = spot.sentence() - before;
                if (first >= 0 && !orders.getOrDefault(spot.passage(), Set.of()).contains(first)) {
                    List<Sentence> sentences =
                            passages.get(spot.passage()).chunk().sentences();
                    runs.add(run(spot.passage(), sentences, first, spot.sentence()));
                }
            }
        }
        Map<Integer, Surroundings> around = new HashMap<>();
        return runs.stream()
                .distinct()
                .map(run -> of(
                        run,
                        around.computeIfAbsent(
                                run.getFirst().passage(),
                                passage -> Surroundings.of(passages.get(passage).chunk()))))
                .toList();
    }

    private static List<Part> run(int passage, List<Sentence> sentences, int first, int last) {
        return sentences.subList(first, last + 1).stream()
                .map(s -> new Part(passage, s))
                .toList();
    }

    private static Set<String> roots(String text) {
        return ROOTS.of(text, t -> Set.copyOf(Wording.of(t).roots()));
    }

    private static double shared(Set<String> roots, Sentence sentence) {
        Set<String> words = roots(sentence.text());
        long hits = roots.stream().filter(words::contains).count();
        return hits - words.size() / 1000.0;
    }
}
