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
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /**
     * A sentence of a passage.
     *
     * @param passage index of the passage among those given
     * @param sentence the sentence
     */
    record Part(int passage, Sentence sentence) {}

    /** The roots around one passage; read once for all backings that a claim may have there. */
    private record Surroundings(Set<String> titles, Set<String> context) {
        static Surroundings of(Chunk chunk) {
            String above = chunk.title() + ". " + chunk.heading();
            Set<String> titles =
                    Orders.in(above) ? Set.of() : Set.copyOf(Wording.of(above).roots());
            return new Surroundings(
                    titles, Set.copyOf(Wording.of(above + ". " + chunk.text()).roots()));
        }
    }

    /** The run lies in one passage. */
    private static Backing of(List<Part> run, Surroundings around) {
        String text = run.stream().map(p -> p.sentence().text()).collect(Collectors.joining(" "));
        return new Backing(List.copyOf(run), Wording.of(text), around.titles(), around.context());
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
        List<List<Part>> runs = new ArrayList<>();
        for (Support place : places) {
            List<Sentence> sentences = passages.get(place.passage()).chunk().sentences();
            Set<Integer> orders = Orders.around(sentences);
            List<Integer> inside = new ArrayList<>();
            for (int i = 0; i < sentences.size(); i++) {
                if (sentences.get(i).span().overlaps(place.span()) && !orders.contains(i)) {
                    inside.add(i);
                }
            }
            inside.sort(Comparator.comparingDouble(i -> -shared(roots, sentences.get(i))));
            List<Integer> best = inside.subList(0, Math.min(BEST, inside.size()));
            for (int i : best) {
                runs.add(run(place.passage(), sentences, i, i));
            }
            for (int i : best) {
                if (i > 0 && !orders.contains(i - 1)) {
                    runs.add(run(place.passage(), sentences, i - 1, i));
                }
            }
        }
        Map<Integer, Surroundings> around = new HashMap<>();
        return runs.stream()
                .distinct()
                .limit(24)
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

    private static double shared(Set<String> roots, Sentence sentence) {
        Set<String> words = new TreeSet<>(Wording.of(sentence.text()).roots());
        long hits = roots.stream().filter(words::contains).count();
        return hits - words.size() / 1000.0;
    }
}
