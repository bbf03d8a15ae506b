package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Alignment.Match;
import coalition.answer.CrossExamination.Finding;
import coalition.answer.Term.Kind;
import coalition.document.Chunk;
import coalition.model.TextEncoder;
import coalition.retrieval.Passage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How well a claim stands on a piece of backing: what forbids it, and a probability from what its words have in common with the
 * source. Safe for several threads.
 */
final class Entailment {
    /** The least nearness of a source sentence that may be shown in a claim's place. */
    static final double NEAR = 0.55;

    private static final double HOPELESS = 0.2;

    private final WordVectors vectors;
    private final Optional<CrossExamination> examination;

    Entailment(TextEncoder encoder, Optional<CrossExamination> examination) {
        this.vectors = new WordVectors(encoder);
        this.examination = examination;
    }

    /**
     * The outcome.
     *
     * @param forbidden what a claim must not do, in a few words; empty where there is nothing
     * @param probability that the backing says what the claim says, 0 to 1, before the reader is asked
     * @param features what the probability was made of
     * @param alignment of claim and backing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Measure(Optional<String> forbidden, double probability, double[] features, Alignment alignment) {}

    Measure measure(Wording claim, Backing backing) {
        Alignment alignment = Alignment.of(claim, backing.wording(), vectors);
        Optional<String> forbidden = missing(alignment, backing)
                .or(() -> entitled(alignment, backing))
                .or(() -> new Contradictions(alignment).first());
        double[] features = features(alignment, backing);
        return new Measure(forbidden, EntailmentWeights.plain(features), features, alignment);
    }

    /** Whether a measured claim that nothing forbids stands, after the reader was asked where there is one. */
    boolean stands(Backing backing, Measure measure, List<Passage> passages) {
        if (verbatim(measure.alignment())) {
            return true;
        }
        if (examination.isEmpty() || measure.probability() < HOPELESS) {
            return measure.probability() >= EntailmentWeights.PLAIN;
        }
        Chunk chunk = passages.get(backing.parts().getLast().passage()).chunk();
        List<Finding> findings = examination.get().examine(measure.alignment(), backing, chunk);
        return EntailmentWeights.examined(measure.features(), findings) >= EntailmentWeights.EXAMINED;
    }

    /** Whether the claim's words are most of the source's, in one run. */
    private static boolean verbatim(Alignment alignment) {
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

    /** A figure or name of the claim that the source does not have. */
    private static Optional<String> missing(Alignment alignment, Backing backing) {
        List<Term> terms = alignment.claim().terms();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean found = alignment.link(i).found();
            if (!found && (term.is(Kind.FIGURE) || (named(terms, i) && !extended(alignment, i, backing)))) {
                return Optional.of("'" + term.text() + "' is not in the source");
            }
        }
        return Optional.empty();
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

    /** A capitalised word, also one that stands first, if nothing else in the source could be meant by it. */
    private static boolean named(List<Term> terms, int i) {
        boolean first = terms.get(i).is(Kind.WORD)
                && Character.isUpperCase(terms.get(i).text().charAt(0))
                && !WordBook.ENGLISH.knows(terms.get(i).root())
                && !terms.get(i).text().endsWith("ly");
        return first || terms.get(i).is(Kind.NAME);
    }

    /** Whether nothing that the source has stands before it: a title may name whom the source speaks of ("It"), no more. */
    private static boolean leads(Alignment alignment, int i) {
        return alignment.content().stream()
                .noneMatch(j -> j < i && alignment.link(j).found());
    }

    /** A name that only the context has is good beside one the backing has (Michael Kors), or first, where titles have it. */
    private static boolean extended(Alignment alignment, int i, Backing backing) {
        List<Term> terms = alignment.claim().terms();
        if (initials(terms, i, backing)) {
            return true;
        }
        if (backing.titles().contains(terms.get(i).root()) && leads(alignment, i)) {
            return true;
        }
        if (!backing.context().contains(terms.get(i).root())) {
            return false;
        }
        boolean before =
                i > 0 && terms.get(i - 1).is(Kind.NAME) && alignment.link(i - 1).found();
        boolean after = i + 1 < terms.size()
                && terms.get(i + 1).is(Kind.NAME)
                && alignment.link(i + 1).found();
        return before || after;
    }

    /** Whether an acronym's letters begin a run of the source's names, or the other way round. */
    private static boolean initials(List<Term> terms, int i, Backing backing) {
        String letters = terms.get(i).text();
        if (letters.length() < 2 || !letters.chars().allMatch(Character::isUpperCase)) {
            return false;
        }
        StringBuilder first = new StringBuilder();
        for (Term term : backing.wording().terms()) {
            if (Character.isUpperCase(term.text().charAt(0))) {
                term.text().chars().filter(Character::isUpperCase).forEach(c -> first.append((char) c));
            } else if (!Set.of("of", "the", "and", "for").contains(term.root())) {
                first.append(' ');
            }
        }
        return first.toString().contains(letters);
    }

    private double[] features(Alignment alignment, Backing backing) {
        List<Integer> content = alignment.content();
        ContextVectors context = new ContextVectors(vectors, alignment.claim(), backing.wording());
        double missing = 0;
        int none = 0;
        int unknown = 0;
        int near = 0;
        double strange = 0;
        double strangest = 0;
        for (int i : content) {
            Link link = alignment.link(i);
            Term term = alignment.claim().terms().get(i);
            boolean told = link.found()
                    || backing.titles().contains(term.root())
                    || Contradictions.LIGHT.contains(term.root());
            missing += told ? 1 - Math.max(0.6, link.match().weight()) : 1;
            near += link.match() == Match.NEAR ? 1 : 0;
            if (!told && term.is(Kind.WORD)) {
                double apart = 1 - context.nearest(term);
                none++;
                unknown += WordBook.ENGLISH.knows(term.root()) ? 0 : 1;
                strange += apart;
                strangest = Math.max(strangest, apart);
            }
        }
        double n = Math.max(1, content.size());
        double cosine = vectors.cosine(alignment.claim().text(), backing.text());
        return new double[] {
            missing / n,
            Math.min(4, none),
            Math.min(4, near),
            cosine,
            scattered(alignment, content),
            inverted(alignment, content),
            backing.parts().size() - 1,
            Math.log(n),
            strange / n,
            strangest,
            Math.min(3, unknown),
            new Contradictions(alignment).substituted().isPresent() ? 1 : 0,
            context.mean()
        };
    }

    /** The share of neighbouring content words of the claim that the source parts by a clause or a sentence. */
    private static double scattered(Alignment alignment, List<Integer> content) {
        int pairs = 0;
        int parted = 0;
        for (int k = 1; k < content.size(); k++) {
            int a = alignment.link(content.get(k - 1)).index();
            int b = alignment.link(content.get(k)).index();
            if (a >= 0 && b >= 0) {
                pairs++;
                parted += breaks(alignment.source().terms(), Math.min(a, b), Math.max(a, b)) > 0 ? 1 : 0;
            }
        }
        return pairs == 0 ? 1 : (double) parted / pairs;
    }

    private static int breaks(List<Term> terms, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += terms.get(i).is(Kind.BREAK) ? 1 : 0;
        }
        return breaks;
    }

    /** The share of neighbouring content words of the claim that stand the other way round in the source. */
    private static double inverted(Alignment alignment, List<Integer> content) {
        int pairs = 0;
        int turned = 0;
        for (int k = 1; k < content.size(); k++) {
            int a = alignment.link(content.get(k - 1)).index();
            int b = alignment.link(content.get(k)).index();
            if (a >= 0 && b >= 0 && a != b) {
                pairs++;
                turned += b < a ? 1 : 0;
            }
        }
        return pairs == 0 ? 0 : (double) turned / pairs;
    }
}
