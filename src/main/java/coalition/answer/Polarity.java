package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Alignment.Match;
import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a claim affirms what its source affirms and denies what it denies, clause by clause. */
final class Polarity {
    private static final Set<String> NEGATIONS =
            Wording.words("not no never none nobody nothing neither nor without cannot unless");
    private static final Set<String> NEGATIVE = Wording.words(
            "lack fail failur refus refusal deny absent absenc unabl reject declin stop prevent ban forbid prohibit hardli hardly"
                    + " rarely seldom barely few impossibl avoid abandon ceas exclud except unlik unlikely undermin"
                    + " unsuccessful unsuccessfully");
    private static final Set<String> HARMLESS = Wording.words("only just merely doubt longer");
    private static final Set<String> COMPARED =
            Wording.words("more less fewer later earli earlier older young younger sooner");

    private static final int NEAR = 5;

    private final Alignment alignment;
    private final List<Term> claim;
    private final List<Term> source;

    Polarity(Alignment alignment) {
        this.alignment = alignment;
        this.claim = alignment.claim().terms();
        this.source = alignment.source().terms();
    }

    /** Why not; empty where both agree. */
    Optional<String> turned() {
        if (superlative() || agreed()) {
            return Optional.empty();
        }
        if (denied()) {
            return Optional.of("the source negates it");
        }
        boolean clauses = clauseEnd(claim, 0) < claim.size() - 1;
        boolean even = negations(claim, 0, claim.size(), true) % 2 == negations(source, 0, source.size(), false) % 2;
        if (clauses && even) {
            return Optional.empty();
        }
        int from = 0;
        while (from < claim.size()) {
            int to = clauseEnd(claim, from);
            Optional<String> reason = turned(from, to);
            if (reason.isPresent()) {
                return reason;
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    /** "No other tower is higher": what the source says with "highest", "only" or "more than any". */
    private boolean superlative() {
        boolean none = claim.stream().anyMatch(t -> t.in(Set.of("no", "nobody", "none", "nothing")));
        boolean compared = claim.stream().anyMatch(t -> t.in(Set.of("than", "other", "else")));
        return none
                && compared
                && negations(claim, 0, claim.size(), true) == 1
                && source.stream()
                        .anyMatch(t -> t.in(Set.of("most", "only", "any", "unique", "first"))
                                || t.text().endsWith("est"));
    }

    /** Each negation of the claim goes with a word that the source negates too. */
    private boolean agreed() {
        boolean any = false;
        for (int i = 0; i < claim.size(); i++) {
            if (negated(claim, i)) {
                int head = head(claim, i);
                int there = head < 0 ? -1 : alignment.link(head).index();
                if (there < 0 || !behindNegation(source, there)) {
                    return false;
                }
                any = true;
            }
        }
        return any && negations(claim, 0, claim.size(), true) == strictly(claim);
    }

    /** The source negates a word that the claim says, and the claim negates nothing. */
    private boolean denied() {
        if (negations(claim, 0, claim.size(), true) > 0) {
            return false;
        }
        for (int n = 0; n < source.size(); n++) {
            int head = negated(source, n) ? head(source, n) : -1;
            for (int i = 0; head >= 0 && i < claim.size(); i++) {
                Link link = alignment.link(i);
                if (link.index() == head
                        && !claim.get(i).is(Kind.FIGURE)
                        && link.match().compareTo(Match.FORM) <= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean negated(List<Term> terms, int i) {
        return strict(terms.get(i)) && !harmless(terms, i);
    }

    private static long strictly(List<Term> terms) {
        return IntStream.range(0, terms.size()).filter(i -> negated(terms, i)).count();
    }

    private static boolean behindNegation(List<Term> terms, int at) {
        return IntStream.range(Math.max(0, at - NEAR), at).anyMatch(i -> negated(terms, i) && head(terms, i) == at);
    }

    /** The word of content that a negation stands before; -1 where none is near. */
    private static int head(List<Term> terms, int negation) {
        for (int i = negation + 1;
                i < Math.min(terms.size(), negation + NEAR) && !terms.get(i).is(Kind.BREAK);
                i++) {
            if (!terms.get(i).is(Kind.FUNCTION)) {
                return i;
            }
        }
        return -1;
    }

    /** One clause of the claim against the clause of the source where most of its words stand. */
    private Optional<String> turned(int from, int to) {
        int best = -1;
        int most = 0;
        int words = 0;
        for (int start = 0; start < source.size(); start = clauseEnd(source, start) + 1) {
            int standing = standing(from, to, start, clauseEnd(source, start));
            words += standing;
            if (standing > most) {
                most = standing;
                best = start;
            }
        }
        if (best < 0 || words == 0) {
            return Optional.empty();
        }
        boolean spread = most * 3 < words * 2;
        int mine = negations(claim, from, to, true);
        int theirs = spread
                ? negations(source, 0, source.size(), false)
                : negations(source, best, clauseEnd(source, best), false);
        if (spread ? mine > 0 == theirs > 0 : mine % 2 == theirs % 2) {
            return Optional.empty();
        }
        if (mine > theirs) {
            return Optional.of("a negation that the source does not have");
        }
        return headCovered(spread ? 0 : best, spread ? source.size() : clauseEnd(source, best))
                ? Optional.of("the source negates it")
                : Optional.empty();
    }

    private int standing(int from, int to, int start, int end) {
        int standing = 0;
        for (int i = from; i < to; i++) {
            int at = alignment.link(i).index();
            standing += !claim.get(i).is(Kind.FUNCTION) && at >= start && at < end ? 1 : 0;
        }
        return standing;
    }

    private int negations(List<Term> terms, int from, int to, boolean mine) {
        int count = 0;
        for (int i = from; i < to; i++) {
            boolean shared = mine ? alignment.link(i).found() : alignment.covers(i);
            boolean negates = (strict(terms.get(i)) && !harmless(terms, i)) || bare(terms, i, mine);
            count += negates || (NEGATIVE.contains(terms.get(i).root()) && !shared) ? 1 : 0;
        }
        return count;
    }

    /** Whether a word that the source negates here is one the claim stands on. */
    private boolean headCovered(int from, int to) {
        for (int i = from; i < to; i++) {
            if (strict(source.get(i)) || NEGATIVE.contains(source.get(i).root())) {
                for (int j = i + 1; j < Math.min(source.size(), i + 6); j++) {
                    if (!source.get(j).is(Kind.FUNCTION) && !source.get(j).is(Kind.BREAK)) {
                        if (alignment.covers(j)) {
                            return true;
                        }
                        break;
                    }
                }
            }
        }
        return false;
    }

    /** "Free of mercury", "declined to hold", "unrecognizable" where the other side has "recognize". */
    private boolean bare(List<Term> terms, int i, boolean mine) {
        String root = terms.get(i).root();
        String next = i + 1 < terms.size() ? terms.get(i + 1).root() : "";
        if ((root.equals("free") && Set.of("of", "from").contains(next))
                || (root.equals("declin") && next.equals("to"))) {
            return true;
        }
        boolean turned = root.startsWith("un") && root.length() > 7;
        return turned
                && (mine ? source : claim)
                        .stream().anyMatch(t -> WordBook.ENGLISH.related(t.root(), root.substring(2)));
    }

    private static int clauseEnd(List<Term> terms, int from) {
        for (int i = from; i < terms.size(); i++) {
            if (terms.get(i).is(Kind.BREAK)) {
                return i;
            }
        }
        return terms.size();
    }

    static boolean strict(Term term) {
        return NEGATIONS.contains(term.root())
                || term.text().toLowerCase(Locale.ROOT).replace('’', '\'').endsWith("n't");
    }

    private static boolean harmless(List<Term> terms, int at) {
        if (at + 1 >= terms.size()) {
            return false;
        }
        String next = terms.get(at + 1).root();
        boolean compared = at + 2 < terms.size() && terms.get(at + 2).root().equals("than");
        return HARMLESS.contains(next) || (compared && (COMPARED.contains(next) || next.endsWith("er")));
    }
}
