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
                    + " attempt try seek hope want if potential potentially could should would argu think thought appear seem can able ability"
                    + " apparently according");
    private static final Set<String> STRONG_HEDGES = Wording.words(
            "may might alleg allegation allegedly reportedly possibly perhaps probably plan propos expect intend suspect rumor"
                    + " rumour accus threaten supposedly claim could try attempt seek");
    private static final Set<String> SAID =
            Wording.words("believed thought said rumoured rumored assumed supposed estimated");
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

    /** The first reason found that leaves no doubt: a changed quantity, a lost hedge, a turned direction, exchanged roles. */
    Optional<String> grave() {
        return new Quantities(alignment)
                .changed()
                .or(this::unhedged)
                .or(this::turned)
                .or(() -> new Roles(alignment).swapped());
    }

    /** The first reason found that other words for the same may give as well: an opposite, a negation, another one at the head. */
    Optional<String> slight() {
        return opposite().or(() -> new Polarity(alignment).turned()).or(() -> new Places(alignment).led());
    }

    private Optional<String> opposite() {
        for (int i = 0; i < claim.size(); i++) {
            Term term = claim.get(i);
            Match match = alignment.link(i).match();
            boolean weak = match == Match.NONE || match == Match.NEAR || match == Match.KIN;
            boolean apart = term.is(Kind.BREAK) || term.is(Kind.FIGURE) || PRONOUNS.contains(term.root()) || aged(i);
            boolean denied = claim.subList(Math.max(0, i - 3), i).stream().anyMatch(Polarity::strict);
            if (apart || !weak || denied) {
                continue;
            }
            for (int j = 0; j < source.size(); j++) {
                if (!source.get(j).is(Kind.BREAK)
                        && !exactly(j)
                        && Thesaurus.ENGLISH.opposite(term.root(), source.get(j).root())) {
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

    private Optional<String> unhedged() {
        if (claim.stream().anyMatch(t -> t.in(HEDGES) && !t.is(Kind.NAME))) {
            return Optional.empty();
        }
        for (int i = 0; i < source.size(); i++) {
            boolean infinitive = i > 0 && source.get(i - 1).root().equals("to");
            boolean hedge = (source.get(i).in(STRONG_HEDGES) && !infinitive) || saidToBe(i) || reported(i);
            if (hedge && !source.get(i).is(Kind.NAME)) {
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

    /** "There were reports that", "has been reported as". */
    private boolean reported(int i) {
        return source.get(i).root().equals("report")
                && i + 1 < source.size()
                && Set.of("that", "as").contains(source.get(i + 1).root());
    }

    /** "Is believed to be", "are said to have". */
    private boolean saidToBe(int i) {
        return i > 0
                && i + 1 < source.size()
                && source.get(i).in(SAID)
                && source.get(i + 1).root().equals("to")
                && source.get(i - 1).in(Roles.BEING);
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
