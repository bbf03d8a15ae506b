package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Alignment.Match;
import coalition.answer.Term.Kind;
import coalition.model.TextEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How well a claim stands on a piece of backing: what forbids it, and a probability from what its words have in common with the
 * source. Safe for several threads.
 */
final class Entailment {
    /** The least nearness of a source sentence that may be shown in a claim's place. */
    static final double NEAR = 0.55;

    private final WordVectors vectors;

    Entailment(TextEncoder encoder) {
        this.vectors = new WordVectors(encoder);
    }

    /**
     * The outcome.
     *
     * @param forbidden what a claim must not do, in a few words; empty where there is nothing
     * @param probability that the backing says what the claim says, 0 to 1
     * @param features what the probability was made of
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Measure(Optional<String> forbidden, double probability, double[] features) {}

    Measure measure(Wording claim, Backing backing) {
        Alignment alignment = Alignment.of(claim, backing.wording(), vectors);
        Optional<String> forbidden = missing(alignment, backing).or(() -> new Contradictions(alignment).first());
        double[] features = features(alignment, backing);
        return new Measure(forbidden, EntailmentWeights.probability(features), features);
    }

    /** How near claim and backing are as wholes, -1 to 1. */
    double near(Wording claim, Backing backing) {
        return vectors.cosine(claim.text(), backing.text());
    }

    /** A figure or name of the claim that the source does not have. */
    private static Optional<String> missing(Alignment alignment, Backing backing) {
        List<Term> terms = alignment.claim().terms();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            Link link = alignment.link(i);
            if (term.is(Kind.FIGURE) && !link.found()) {
                return Optional.of("'" + term.text() + "' is not in the source");
            }
            boolean strange = (named(terms, i) || unknown(term)) && !link.found();
            if (strange && !extended(alignment, i, backing)) {
                return Optional.of("'" + term.text() + "' is not in the source");
            }
        }
        return Optional.empty();
    }

    /** A word nobody can vouch for: neither in the book nor made of one that is. */
    private static boolean unknown(Term term) {
        return term.is(Kind.WORD)
                && !Contradictions.LIGHT.contains(term.root())
                && !WordBook.ENGLISH.knows(term.root())
                && !term.text().endsWith("ly");
    }

    /** A capitalised word, also one that stands first, if nothing else in the source could be meant by it. */
    private static boolean named(List<Term> terms, int i) {
        boolean first = terms.get(i).is(Kind.WORD)
                && Character.isUpperCase(terms.get(i).text().charAt(0))
                && !WordBook.ENGLISH.knows(terms.get(i).root());
        return first || terms.get(i).is(Kind.NAME);
    }

    /** A name that only the context has is good beside one the backing has (Michael Kors), or for a pronoun. */
    private static boolean extended(Alignment alignment, int i, Backing backing) {
        List<Term> terms = alignment.claim().terms();
        if (initials(terms, i, backing)) {
            return true;
        }
        if (backing.before().contains(terms.get(i).root())) {
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
        double missing = 0;
        int none = 0;
        int near = 0;
        for (int i : content) {
            Link link = alignment.link(i);
            Term term = alignment.claim().terms().get(i);
            boolean told = link.found()
                    || backing.before().contains(term.root())
                    || Contradictions.LIGHT.contains(term.root());
            missing += told ? 1 - Math.max(0.6, link.match().weight()) : 1;
            none += !told && term.is(Kind.WORD) ? 1 : 0;
            near += link.match() == Match.NEAR ? 1 : 0;
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
            Math.log(n)
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
