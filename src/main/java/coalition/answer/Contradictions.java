package coalition.answer;

import coalition.answer.Alignment.Match;
import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why a claim cannot stand on a source whatever its words have in common: negation, opposites, lost hedges, widened
 * quantities, swapped roles. Each check answers in a few words, or not at all.
 */
final class Contradictions {
    private static final Set<String> NEGATIONS =
            Wording.words("not no never none nobody nothing neither nor without cannot");
    private static final Set<String> NEGATIVE = Wording.words(
            "lack fail refus deni deny absent absenc unabl reject declin stop prevent ban forbid prohibit hardli rarely rare"
                    + " seldom barely few lacking impossibl avoid abandon end ceas exclud except unlik instead");
    private static final Set<String> HEDGES = Wording.words(
            "may might alleg allegation allegedly reportedly possibly possibl perhaps probably plan propos proposal expect"
                    + " intend suspect rumor rumour accus threaten consider believ estimat suggest supposedly claim likely"
                    + " attempt try seek hope want if potential potentially could should would try argu think thought");
    private static final Set<String> STRONG_HEDGES = Wording.words(
            "may might alleg allegation allegedly reportedly possibly perhaps probably plan propos expect intend suspect rumor"
                    + " rumour accus threaten supposedly claim");
    private static final List<Set<String>> QUANTIFIERS = List.of(
            Wording.words("only sol solely just exclusively alone uniqu merely"),
            Wording.words("all every each always everi entir whole everyone everybody any throughout both complet"),
            Wording.words("most majority mostly mainly largely chiefly primarily usually generally typically"),
            Wording.words("never nobody none"));
    private static final Set<String> MORE =
            Wording.words("more over above exceed greater least upward excess plus surpass");
    private static final Set<String> LESS = Wording.words("less under below fewer most nearly almost up maximum");
    private static final List<Set<String>> DIRECTIONS = List.of(
            Wording.words("before prior until ahead previously preceding"),
            Wording.words("after following since once"));
    private static final List<List<String>> PREPOSITIONS = List.of(List.of("from", "to"), List.of("before", "after"));
    private static final Set<String> MUTUAL =
            Wording.words("meet marry merge join talk negotiat agree compet border and with");

    private final Alignment alignment;
    private final List<Term> claim;
    private final List<Term> source;

    Contradictions(Alignment alignment) {
        this.alignment = alignment;
        this.claim = alignment.claim().terms();
        this.source = alignment.source().terms();
    }

    /** The first reason found. */
    Optional<String> first() {
        return negated()
                .or(this::opposite)
                .or(this::widened)
                .or(this::compared)
                .or(this::unhedged)
                .or(this::turned)
                .or(this::swapped);
    }

    private Optional<String> negated() {
        boolean claimNegates = claim.stream().anyMatch(t -> negation(t) || negative(t));
        boolean sourceNegates = source.stream().anyMatch(t -> negation(t) || negative(t));
        for (int i = 0; i < claim.size(); i++) {
            if (negation(claim.get(i)) && !onlyNext(claim, i) && !sourceNegates) {
                return Optional.of("a negation that the source does not have");
            }
        }
        for (int i = 0; i < source.size(); i++) {
            if (negation(source.get(i)) && !onlyNext(source, i) && !claimNegates && coversHead(i)) {
                return Optional.of("the source negates it");
            }
        }
        return misplacedNegation();
    }

    /** Both negate, but not the same words. */
    private Optional<String> misplacedNegation() {
        for (int i = 0; i < claim.size(); i++) {
            if (!negation(claim.get(i)) || onlyNext(claim, i)) {
                continue;
            }
            int head = head(claim, i);
            int at = head < 0 ? -1 : alignment.link(head).index();
            if (at >= 0) {
                boolean near = false;
                for (int j = Math.max(0, at - 7); j < Math.min(source.size(), at + 4); j++) {
                    near |= negation(source.get(j)) || negative(source.get(j));
                }
                if (!near) {
                    return Optional.of("a negation of what the source affirms");
                }
            }
        }
        return Optional.empty();
    }

    private boolean coversHead(int negation) {
        int head = head(source, negation);
        return head >= 0 && alignment.covers(head);
    }

    private static int head(List<Term> terms, int from) {
        for (int i = from + 1; i < Math.min(terms.size(), from + 6); i++) {
            if (terms.get(i).is(Kind.BREAK)) {
                return -1;
            }
            if (!terms.get(i).is(Kind.FUNCTION)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<String> opposite() {
        for (int i = 0; i < claim.size(); i++) {
            Term term = claim.get(i);
            boolean weak =
                    alignment.link(i).match() == Match.NONE || alignment.link(i).match() == Match.NEAR;
            if (term.is(Kind.BREAK) || term.is(Kind.FIGURE) || !weak) {
                continue;
            }
            for (int j = 0; j < source.size(); j++) {
                if (!source.get(j).is(Kind.BREAK)
                        && !exactly(j)
                        && WordBook.ENGLISH.opposite(term.root(), source.get(j).root())) {
                    return Optional.of(
                            "'" + term.text() + "' against '" + source.get(j).text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    private boolean exactly(int sourceTerm) {
        return alignment.links().stream().anyMatch(l -> l.index() == sourceTerm && l.match() == Match.EXACT);
    }

    private Optional<String> widened() {
        for (Set<String> quantifier : QUANTIFIERS) {
            Optional<Term> mine =
                    claim.stream().filter(t -> quantifier.contains(t.root())).findFirst();
            if (mine.isPresent() && source.stream().noneMatch(t -> quantifier.contains(t.root()))) {
                return Optional.of("'" + mine.get().text() + "' is not in the source");
            }
        }
        return Optional.empty();
    }

    private Optional<String> compared() {
        for (int i = 0; i < claim.size(); i++) {
            int at = alignment.link(i).index();
            if (!claim.get(i).is(Kind.FIGURE) || at < 0) {
                continue;
            }
            boolean more = near(claim, i, MORE);
            boolean less = near(claim, i, LESS);
            boolean sourceMore = near(source, at, MORE);
            boolean sourceLess = near(source, at, LESS);
            if ((more && !less && !sourceMore) || (less && !more && !sourceLess)) {
                return Optional.of("'" + claim.get(i).text() + "' is compared otherwise in the source");
            }
        }
        for (int d = 0; d < 2; d++) {
            Set<String> mine = DIRECTIONS.get(d);
            Set<String> other = DIRECTIONS.get(1 - d);
            if (has(claim, mine) && !has(claim, other) && has(source, other) && !has(source, mine)) {
                return Optional.of("before and after are exchanged");
            }
        }
        return Optional.empty();
    }

    private static boolean near(List<Term> terms, int figure, Set<String> words) {
        for (int i = Math.max(0, figure - 3); i < figure; i++) {
            if (words.contains(terms.get(i).root())) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> unhedged() {
        if (has(claim, HEDGES)) {
            return Optional.empty();
        }
        for (int i = 0; i < source.size(); i++) {
            if (STRONG_HEDGES.contains(source.get(i).root()) && !source.get(i).is(Kind.NAME)) {
                int covered = 0;
                for (int j = i + 1;
                        j < source.size() && j < i + 9 && !source.get(j).is(Kind.BREAK);
                        j++) {
                    covered += !source.get(j).is(Kind.FUNCTION) && alignment.covers(j) ? 1 : 0;
                }
                if (covered >= 2 && !alignment.covers(i)) {
                    return Optional.of("the source only says '" + source.get(i).text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    /** From and to, before and after the same name or figure. */
    private Optional<String> turned() {
        for (int i = 1; i < claim.size(); i++) {
            Term term = claim.get(i);
            boolean bound = term.is(Kind.NAME) || term.is(Kind.FIGURE);
            if (!bound || alignment.link(i).index() < 1) {
                continue;
            }
            String mine = preposition(claim, i);
            for (List<String> pair : PREPOSITIONS) {
                int side = pair.indexOf(mine);
                if (side >= 0 && !occurs(term.root(), mine) && occurs(term.root(), pair.get(1 - side))) {
                    return Optional.of("'" + mine + " " + term.text() + "' against '" + pair.get(1 - side) + "'");
                }
            }
        }
        return Optional.empty();
    }

    private boolean occurs(String root, String preposition) {
        for (int j = 1; j < source.size(); j++) {
            if (source.get(j).root().equals(root) && preposition(source, j).equals(preposition)) {
                return true;
            }
        }
        return false;
    }

    private static String preposition(List<Term> terms, int at) {
        int i = at - 1;
        while (i > 0
                && (Set.of("the", "a", "an").contains(terms.get(i).root())
                        || terms.get(i).is(Kind.NAME))) {
            i--;
        }
        return i < 0 ? "" : terms.get(i).root();
    }

    /** Who did it to whom: the same verb between the same two, the other way round. */
    private Optional<String> swapped() {
        for (int v = 1; v < claim.size() - 1; v++) {
            int w = alignment.link(v).index();
            boolean verb = claim.get(v).is(Kind.WORD)
                    && w >= 0
                    && !MUTUAL.contains(claim.get(v).root());
            int left = verb ? neighbour(claim, v, -1) : -1;
            int right = verb ? neighbour(claim, v, 1) : -1;
            if (left < 0 || right < 0) {
                continue;
            }
            int l = alignment.link(left).index();
            int r = alignment.link(right).index();
            if (l < 0 || r < 0 || l == r) {
                continue;
            }
            boolean flipped = passive(claim, v) != passive(source, w);
            boolean straight = l < w && w < r;
            boolean reverse = r < w && w < l;
            if ((straight && flipped) || (reverse && !flipped)) {
                return Optional.of("'" + claim.get(left).text() + "' and '"
                        + claim.get(right).text() + "' changed places");
            }
        }
        return Optional.empty();
    }

    /** The nearest name in this direction within the clause; -1 for none. */
    private static int neighbour(List<Term> terms, int from, int step) {
        for (int i = from + step; i >= 0 && i < terms.size() && Math.abs(i - from) < 8; i += step) {
            if (terms.get(i).is(Kind.BREAK)) {
                return -1;
            }
            if (terms.get(i).is(Kind.NAME)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean passive(List<Term> terms, int verb) {
        for (int i = verb + 1; i < Math.min(terms.size(), verb + 3); i++) {
            if (terms.get(i).root().equals("by")) {
                return true;
            }
        }
        return false;
    }

    private static boolean negation(Term term) {
        return NEGATIONS.contains(term.root())
                || term.text()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('’', '\'')
                        .endsWith("n't");
    }

    private static boolean negative(Term term) {
        return NEGATIVE.contains(term.root());
    }

    private static boolean onlyNext(List<Term> terms, int at) {
        return at + 1 < terms.size()
                && Set.of("only", "just", "merely", "less", "fewer", "more", "later", "doubt")
                        .contains(terms.get(at + 1).root());
    }

    private static boolean has(List<Term> terms, Set<String> words) {
        return terms.stream().anyMatch(t -> words.contains(t.root()));
    }
}
