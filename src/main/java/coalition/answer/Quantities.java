package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a claim says all, most, more or less, before or after where its source does. */
final class Quantities {
    private static final List<Set<String>> QUANTIFIERS = List.of(
            Wording.words("only sol solely just exclusively alone uniqu merely"),
            Wording.words(
                    "all every each always everi entir whole everyone everybody any throughout both complet total worldwid full"),
            Wording.words(
                    "most majority mostly mainly largely chiefly primarily usually generally typically essentially often"),
            Wording.words("never nobody none"));
    private static final Set<String> MORE =
            Wording.words("more over above exceed greater least upward excess plus plu surpass");
    private static final Set<String> LESS = Wording.words("less under below fewer most nearly almost up maximum");
    private static final List<Set<String>> DIRECTIONS = List.of(
            Wording.words("before prior until ahead previously preceding"),
            Wording.words("after following since once"));

    private final Alignment alignment;
    private final List<Term> claim;
    private final List<Term> source;

    Quantities(Alignment alignment) {
        this.alignment = alignment;
        this.claim = alignment.claim().terms();
        this.source = alignment.source().terms();
    }

    /** What is said of more, less or otherwise than in the source; empty where nothing is. */
    Optional<String> changed() {
        return widened().or(this::compared);
    }

    private Optional<String> widened() {
        for (Set<String> quantifier : QUANTIFIERS) {
            Optional<Term> mine = quantifier(quantifier);
            if (mine.isPresent() && source.stream().noneMatch(t -> t.in(quantifier) || family(t, mine.get()))) {
                return Optional.of("'" + mine.get().text() + "' is not in the source");
            }
        }
        return Optional.empty();
    }

    /** Typically, typical. */
    private static boolean family(Term one, Term other) {
        return WordBook.ENGLISH.related(one.root(), other.root());
    }

    private Optional<Term> quantifier(Set<String> words) {
        for (int i = 0; i < claim.size(); i++) {
            boolean asked = i > 0 && claim.get(i - 1).root().equals("how");
            if (claim.get(i).in(words) && !asked && !superlative(i)) {
                return Optional.of(claim.get(i));
            }
        }
        return Optional.empty();
    }

    /** "The most important", "likes most", "more than any other": no share of a whole. */
    private boolean superlative(int i) {
        Term before = claim.get(Math.max(0, i - 1));
        if (claim.get(i).root().equals("most")) {
            return i > 0 && (before.root().equals("the") || before.is(Kind.WORD));
        }
        return claim.get(i).root().equals("any")
                && i + 1 < claim.size()
                && claim.get(i + 1).root().equals("other")
                && source.stream()
                        .anyMatch(t -> t.root().equals("most") || t.text().endsWith("est"));
    }

    private Optional<String> compared() {
        for (int i = 0; i < claim.size(); i++) {
            int at = alignment.link(i).index();
            if (!claim.get(i).is(Kind.FIGURE) || at < 0) {
                continue;
            }
            boolean more = near(claim, i, MORE);
            boolean less = near(claim, i, LESS);
            boolean otherwise =
                    (more && !less && !near(source, at, MORE)) || (less && !more && !near(source, at, LESS));
            if (otherwise) {
                return Optional.of("'" + claim.get(i).text() + "' is compared otherwise in the source");
            }
        }
        for (int d = 0; d < 2; d++) {
            Set<String> mine = DIRECTIONS.get(d);
            Set<String> other = DIRECTIONS.get(1 - d);
            if (Contradictions.has(claim, mine)
                    && !Contradictions.has(claim, other)
                    && Contradictions.has(source, other)
                    && !Contradictions.has(source, mine)) {
                return Optional.of("before and after are exchanged");
            }
        }
        return Optional.empty();
    }

    private static boolean near(List<Term> terms, int figure, Set<String> words) {
        for (int i = Math.max(0, figure - 3); i < Math.min(terms.size(), figure + 2); i++) {
            if (i != figure && terms.get(i).in(words)) {
                return true;
            }
        }
        return false;
    }
}
