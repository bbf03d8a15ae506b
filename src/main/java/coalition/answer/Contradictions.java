package coalition.answer;

import coalition.answer.Alignment.Match;
import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why a claim cannot stand on a source whatever its words have in common: opposites, widened quantities, lost hedges, turned
 * directions, words in the place of others. Negation and roles are looked at by {@link Polarity} and {@link Roles}. Each check
 * answers in a few words, or not at all.
 */
final class Contradictions {
    private static final Set<String> HEDGES = Wording.words(
            "may might alleg allegation allegedly reportedly possibly possibl perhaps probably plan propos proposal expect"
                    + " intend suspect rumor rumour accus threaten consider believ estimat suggest supposedly claim likely"
                    + " attempt try seek hope want if potential potentially could should would argu think thought appear seem"
                    + " apparently according");
    private static final Set<String> STRONG_HEDGES = Wording.words(
            "may might alleg allegation allegedly reportedly possibly perhaps probably plan propos expect intend suspect rumor"
                    + " rumour accus threaten supposedly claim");
    private static final List<Set<String>> QUANTIFIERS = List.of(
            Wording.words("only sol solely just exclusively alone uniqu merely"),
            Wording.words(
                    "all every each always everi entir whole everyone everybody any throughout both complet total worldwid"),
            Wording.words(
                    "most majority mostly mainly largely chiefly primarily usually generally typically essentially often"),
            Wording.words("never nobody none"));
    private static final Set<String> MORE =
            Wording.words("more over above exceed greater least upward excess plus plu surpass");
    private static final Set<String> LESS = Wording.words("less under below fewer most nearly almost up maximum");
    private static final List<Set<String>> DIRECTIONS = List.of(
            Wording.words("before prior until ahead previously preceding"),
            Wording.words("after following since once"));
    private static final List<List<String>> PREPOSITIONS = List.of(
            List.of("from", "to"), List.of("before", "after"), List.of("for", "against"), List.of("with", "without"));
    private static final Set<String> PRONOUNS = Wording.words("he she his her him hers");
    /** Words so general that they add nothing to a claim. */
    static final Set<String> LIGHT = Wording.words(
            "becom make get put bring take giv us use du like way part kind type call nam know term describ refer stat say thing"
                    + " abl bas includ various certain particular well made mean form place set let go come see find much many"
                    + " other such further furthermore moreover additionally about example instead fact called known because"
                    + " become make get take give come go see find know bring keep hold lead say let do toward result caus lat later early while serv work remain keep hold provid giving people year time"
                    + " among amongst as located situated lie involv regard relat first");

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
        return opposite()
                .or(() -> new Polarity(alignment).turned())
                .or(this::widened)
                .or(this::compared)
                .or(this::unhedged)
                .or(this::turned)
                .or(() -> new Roles(alignment).swapped());
    }

    private Optional<String> opposite() {
        for (int i = 0; i < claim.size(); i++) {
            Term term = claim.get(i);
            Match match = alignment.link(i).match();
            boolean weak = match == Match.NONE || match == Match.NEAR;
            boolean apart = term.is(Kind.BREAK) || term.is(Kind.FIGURE) || PRONOUNS.contains(term.root()) || aged(i);
            if (apart || !weak) {
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

    /** A word that stands between the same neighbours as another word of the source. */
    Optional<String> substituted() {
        for (int i = 0; i < claim.size(); i++) {
            boolean adverb = claim.get(i).text().endsWith("ly");
            boolean told =
                    alignment.link(i).found() || LIGHT.contains(claim.get(i).root());
            if (!claim.get(i).is(Kind.WORD) || told || adverb || aged(i)) {
                continue;
            }
            int before = aligned(i, -1);
            int after = aligned(i, 1);
            Optional<Term> other = Optional.empty();
            if (before >= 0 && after > before && after - before <= 5) {
                other = between(before + 1, after, true);
            } else if (before >= 0) {
                other = between(before + 1, Math.min(source.size(), before + 4), false);
            }
            if (other.isEmpty() && after >= 0) {
                other = between(Math.max(0, after - 3), after, false);
            }
            if (other.isPresent()) {
                return Optional.of("'" + claim.get(i).text() + "' where the source has '"
                        + other.get().text() + "'");
            }
        }
        return Optional.empty();
    }

    /** Where the nearest content word on this side stands in the source; -1 where it does not. */
    private int aligned(int from, int step) {
        for (int i = from + step; i >= 0 && i < claim.size() && !claim.get(i).is(Kind.BREAK); i += step) {
            if (!claim.get(i).is(Kind.FUNCTION)) {
                return alignment.link(i).index();
            }
        }
        return -1;
    }

    /** "Ten years old", "as young as four": the word only says what is counted. */
    private boolean aged(int i) {
        if (!Set.of("old", "older", "young", "younger").contains(claim.get(i).root())) {
            return false;
        }
        for (int j = Math.max(0, i - 3); j < Math.min(claim.size(), i + 3); j++) {
            if (claim.get(j).is(Kind.FIGURE)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Term> between(int from, int to, boolean across) {
        for (int j = from; j < to; j++) {
            if (source.get(j).is(Kind.BREAK) && !across) {
                return Optional.empty();
            }
            boolean general =
                    LIGHT.contains(source.get(j).root()) || source.get(j).text().endsWith("ly");
            boolean free = !alignment.covers(j) && !general;
            if (free && (source.get(j).is(Kind.WORD) || source.get(j).is(Kind.NAME))) {
                return Optional.of(source.get(j));
            }
        }
        return Optional.empty();
    }

    private Optional<String> widened() {
        for (Set<String> quantifier : QUANTIFIERS) {
            Optional<Term> mine = quantifier(quantifier);
            if (mine.isPresent() && source.stream().noneMatch(t -> t.in(quantifier))) {
                return Optional.of("'" + mine.get().text() + "' is not in the source");
            }
        }
        return Optional.empty();
    }

    private Optional<Term> quantifier(Set<String> words) {
        for (int i = 0; i < claim.size(); i++) {
            boolean asked = i > 0 && claim.get(i - 1).root().equals("how");
            if (claim.get(i).in(words) && !asked) {
                return Optional.of(claim.get(i));
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
            boolean otherwise =
                    (more && !less && !near(source, at, MORE)) || (less && !more && !near(source, at, LESS));
            if (otherwise) {
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
        for (int i = Math.max(0, figure - 3); i < Math.min(terms.size(), figure + 2); i++) {
            if (i != figure && terms.get(i).in(words)) {
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
            if (source.get(i).in(STRONG_HEDGES) && !source.get(i).is(Kind.NAME)) {
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

    /** From and to, before and after, for and against the same term. */
    private Optional<String> turned() {
        for (int i = 1; i < claim.size(); i++) {
            Term term = claim.get(i);
            if (term.is(Kind.FUNCTION)
                    || term.is(Kind.BREAK)
                    || alignment.link(i).index() < 1) {
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
                && (Set.of("the", "a", "an", "its", "their")
                                .contains(terms.get(i).root())
                        || terms.get(i).is(Kind.NAME))) {
            i--;
        }
        return i < 0 ? "" : terms.get(i).root();
    }

    static boolean has(List<Term> terms, Set<String> words) {
        return terms.stream().anyMatch(t -> t.in(words));
    }
}
