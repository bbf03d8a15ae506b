package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which term of a source each term of a claim stands on.
 *
 * @param claim the claim
 * @param source the source sentences as one text
 * @param links one a term of the claim, in order
 */
record Alignment(Wording claim, Wording source, List<Link> links) {
    private static final WordBook BOOK = WordBook.ENGLISH;

    /** How a term was found. */
    enum Match {
        EXACT,
        FORM,
        SYNONYM,
        KIN,
        NEAR,
        NONE
    }

    /**
     * Where a term was found.
     *
     * @param match how
     * @param index of the source's term; -1 for none
     * @param similarity of the two words, 0 to 1
     */
    record Link(Match match, int index, double similarity) {
        static final Link NOWHERE = new Link(Match.NONE, -1, 0);

        boolean found() {
            return index >= 0;
        }
    }

    Alignment {
        links = List.copyOf(links);
    }

    /** Aligns each term with the best one of the source; of equals the one that follows what the term before stands on. */
    static Alignment of(Wording claim, Wording source, WordVectors vectors) {
        List<Link> links = new ArrayList<>();
        int last = -1;
        for (Term term : claim.terms()) {
            Link best = Link.NOWHERE;
            for (int i = 0; i < source.terms().size(); i++) {
                Link link = link(term, source.terms().get(i), i);
                if (better(link, best, last)) {
                    best = link;
                }
            }
            if (!best.found() && term.is(Kind.WORD)) {
                best = nearest(term, source, vectors);
            }
            links.add(best);
            last = best.found() ? best.index() : last;
        }
        return new Alignment(claim, source, alone(links));
    }

    /** A source's word that one term repeats is not also another one's synonym. */
    private static List<Link> alone(List<Link> links) {
        Set<Integer> repeated = links.stream()
                .filter(l -> l.match() == Match.EXACT)
                .map(Link::index)
                .collect(Collectors.toSet());
        return links.stream()
                .map(l -> l.match() != Match.EXACT && repeated.contains(l.index()) ? Link.NOWHERE : l)
                .toList();
    }

    /** Whether two terms say the same by their form or by the book. */
    static boolean alike(Term one, Term other) {
        return link(one, other, 0).found();
    }

    Link link(int term) {
        return links.get(term);
    }

    /** Whether the term at this place of the source is stood on. */
    boolean covers(int sourceTerm) {
        return links.stream().anyMatch(l -> l.index() == sourceTerm);
    }

    private static boolean better(Link link, Link best, int last) {
        if (link.match() != best.match()) {
            return link.match().compareTo(best.match()) < 0;
        }
        if (link.match() == Match.NEAR && link.similarity() != best.similarity()) {
            return link.similarity() > best.similarity();
        }
        return link.found() && last >= 0 && Math.abs(link.index() - last - 1) < Math.abs(best.index() - last - 1);
    }

    private static Link link(Term claim, Term source, int index) {
        if (claim.is(Kind.BREAK) || source.is(Kind.BREAK)) {
            return Link.NOWHERE;
        }
        if (claim.is(Kind.FIGURE) || source.is(Kind.FIGURE)) {
            return figures(claim, source) ? new Link(Match.EXACT, index, 1) : Link.NOWHERE;
        }
        if (claim.root().equals(source.root())) {
            return new Link(Match.EXACT, index, 1);
        }
        if (claim.is(Kind.FUNCTION) || source.is(Kind.FUNCTION)) {
            return Link.NOWHERE;
        }
        return claim.is(Kind.NAME) ? name(claim, source, index) : word(claim, source, index);
    }

    private static boolean figures(Term claim, Term source) {
        if (Double.isNaN(claim.value()) || Double.isNaN(source.value())) {
            return false;
        }
        boolean units = claim.unit().isEmpty()
                || source.unit().isEmpty()
                || claim.unit().equals(source.unit());
        boolean decade = claim.unit().equals("decade") == source.unit().equals("decade");
        boolean percent = claim.unit().equals("percent") == source.unit().equals("percent");
        return units
                && decade
                && percent
                && Math.abs(claim.value() - source.value()) < 1e-9 * Math.max(1, claim.value());
    }

    /** Names agree to the letter, but for an ending (America, American) or as the book says (Denmark, Danish). */
    private static Link name(Term claim, Term source, int index) {
        boolean same = (BOOK.related(claim.root(), source.root())
                        && claim.root().charAt(0) == source.root().charAt(0))
                || BOOK.same(claim.root(), source.root());
        return same && (source.is(Kind.NAME) || source.is(Kind.WORD)) ? new Link(Match.FORM, index, 0.9) : Link.NOWHERE;
    }

    private static Link word(Term claim, Term source, int index) {
        if (Thesaurus.ENGLISH.opposite(claim.root(), source.root())) {
            return Link.NOWHERE;
        }
        if (BOOK.related(claim.root(), source.root())) {
            return new Link(Match.FORM, index, 0.95);
        }
        if (BOOK.same(claim.root(), source.root())) {
            return new Link(Match.SYNONYM, index, 0.85);
        }
        return Thesaurus.ENGLISH.covers(claim.root(), source.root()) ? new Link(Match.KIN, index, 0.75) : Link.NOWHERE;
    }

    /** The source's word that is nearest in meaning, where one is near; names are near to nothing. */
    private static Link nearest(Term claim, Wording source, WordVectors vectors) {
        Link best = Link.NOWHERE;
        for (int i = 0; i < source.terms().size(); i++) {
            Term term = source.terms().get(i);
            if (term.is(Kind.WORD) && !Thesaurus.ENGLISH.opposite(claim.root(), term.root())) {
                double similarity = vectors.cosine(lower(claim), lower(term));
                if (similarity >= NEAR && similarity > best.similarity()) {
                    best = new Link(Match.NEAR, i, similarity);
                }
            }
        }
        return best;
    }

    private static String lower(Term term) {
        return term.text().toLowerCase(Locale.ROOT);
    }

    private static final double NEAR = 0.76;

    /** Terms of the claim that mean something: names, figures and words. */
    List<Integer> content() {
        List<Integer> content = new ArrayList<>();
        for (int i = 0; i < claim.terms().size(); i++) {
            Kind kind = claim.terms().get(i).kind();
            if (Set.of(Kind.NAME, Kind.FIGURE, Kind.WORD).contains(kind)) {
                content.add(i);
            }
        }
        return content;
    }
}
