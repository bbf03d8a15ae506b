package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Alignment.Match;
import coalition.answer.CrossExamination.Testimony;
import coalition.answer.Term.Kind;
import coalition.document.Chunk;
import coalition.model.TextEncoder;
import coalition.retrieval.Passage;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a claim stands on a piece of backing: what forbids it, and a probability from what its words have in common with the
 * source. Safe for several threads.
 */
final class Entailment {
    /** The least nearness of a source sentence that may be shown in a claim's place. */
    static final double NEAR = 0.55;

    private static final double HOPELESS = 0.2;
    private final EntailmentWeights weights = EntailmentWeights.SHIPPED;
    private final WordVectors vectors;
    private final Optional<CrossExamination> examination;

    Entailment(TextEncoder encoder, Optional<CrossExamination> examination) {
        this.vectors = new WordVectors(encoder);
        this.examination = examination;
    }

    /**
     * The outcome.
     *
     * @param backing what was measured
     * @param forbidden what a claim must not do, in a few words; empty where there is nothing
     * @param contradicted whether it is forbidden because the source says otherwise, not only less
     * @param disputed why the source may say otherwise, which the reader is to decide; empty where there is nothing
     * @param probability that the backing says what the claim says, 0 to 1, before the reader is asked
     * @param features what the probability was made of
     * @param alignment of claim and backing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Measure(
            Backing backing,
            Optional<String> forbidden,
            boolean contradicted,
            Optional<String> disputed,
            double probability,
            double[] features,
            Alignment alignment) {}

    /**
     * The likeliest backing.
     *
     * @param measure of it; empty where all are forbidden or the nearest one says otherwise
     * @param why it is empty; empty where it is not
     */
    record Best(Optional<Measure> measure, String why) {}

    /** The likeliest of what a claim may stand on. What a nearer source contradicts stands on no other. */
    Best best(Wording claim, List<Backing> candidates) {
        List<Measure> measures = candidates.stream()
                .map(backing -> measure(claim, backing))
                .sorted(Comparator.comparingDouble(m -> -m.probability()))
                .toList();
        for (Measure measure : measures) {
            if (measure.forbidden().isEmpty()) {
                return new Best(Optional.of(measure), "");
            }
            if (measure.contradicted()) {
                break;
            }
        }
        return new Best(
                Optional.empty(),
                measures.stream()
                        .flatMap(m -> m.forbidden().stream())
                        .findFirst()
                        .orElse("no sentence of the passages says it"));
    }

    Measure measure(Wording claim, Backing backing) {
        Alignment alignment = Alignment.of(claim, backing.wording(), vectors);
        Optional<String> missing = new Naming(alignment, backing).missing().or(() -> entitled(alignment, backing));
        Contradictions contradictions = new Contradictions(alignment);
        Optional<String> slight = missing.isPresent() ? Optional.empty() : contradictions.slight();
        Optional<String> otherwise = missing.isPresent()
                ? Optional.empty()
                : contradictions.grave().or(() -> examination.isPresent() ? Optional.empty() : slight);
        double[] features = features(alignment, backing);
        return new Measure(
                backing,
                missing.or(() -> otherwise),
                otherwise.isPresent(),
                slight,
                weights.probability(features),
                features,
                alignment);
    }

    /** Whether a measured claim that nothing forbids stands, after the reader was asked where there is one. */
    boolean stands(Measure measure, List<Passage> passages) {
        if (verbatim(measure.alignment())) {
            return true;
        }
        if (examination.isEmpty() || measure.probability() < HOPELESS) {
            return measure.disputed().isEmpty() && weights.stands(measure.features());
        }
        return weights.standsRead(examined(examination.get(), measure, passages));
    }

    /** The clues of a measured claim and those of the reader. */
    static double[] examined(CrossExamination examination, Measure measure, List<Passage> passages) {
        Backing backing = measure.backing();
        Chunk chunk = passages.get(backing.parts().getLast().passage()).chunk();
        Testimony heard = examination.examine(measure.alignment(), backing, chunk);
        return EntailmentWeights.read(
                measure.features(),
                heard.findings(),
                heard.says(),
                measure.disputed().isPresent());
    }

    /** Whether the claim's words are most of the source's, in one run. */
    static boolean verbatim(Alignment alignment) {
        List<String> mine = words(alignment.claim());
        List<String> theirs = words(alignment.source());
        return mine.size() * 5 >= theirs.size() * 3 && Collections.indexOfSubList(theirs, mine) >= 0;
    }

    private static List<String> words(Wording wording) {
        return wording.terms().stream()
                .filter(t -> !t.is(Kind.BREAK))
                .map(t -> t.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The cosine of two texts, -1 to 1. */
    double near(String one, String other) {
        return vectors.cosine(one, other);
    }

    /** A title may say what a source speaks of, not what it says of it. */
    private static Optional<String> entitled(Alignment alignment, Backing backing) {
        long found = alignment.content().stream()
                .filter(i -> alignment.link(i).found())
                .count();
        long above = alignment.content().stream()
                .filter(i -> !alignment.link(i).found())
                .filter(i -> backing.titles()
                        .contains(alignment.claim().terms().get(i).root()))
                .count();
        return above > 0 && above >= found ? Optional.of("most of it stands in a title only") : Optional.empty();
    }

    private double[] features(Alignment alignment, Backing backing) {
        List<Integer> content = alignment.content();
        ContextVectors context = new ContextVectors(vectors, alignment.claim(), backing.wording());
        int none = 0;
        int kin = 0;
        double strange = 0;
        for (int i : content) {
            Link link = alignment.link(i);
            Term term = alignment.claim().terms().get(i);
            boolean told = link.found()
                    || backing.titles().contains(term.root())
                    || Contradictions.LIGHT.contains(term.root());
            kin += link.match() == Match.KIN ? 1 : 0;
            if (!told && term.is(Kind.WORD)) {
                none++;
                strange += 1 - context.nearest(term);
            }
        }
        double n = Math.max(1, content.size());
        double cosine = vectors.cosine(alignment.claim().text(), backing.text());
        return new double[] {
            Math.min(4, none),
            Math.min(4, kin),
            cosine,
            backing.parts().size() - 1,
            Math.log(Math.min(9, n)),
            strange / n,
            context.mean(),
            none == 0 ? 1 : 0
        };
    }
}
