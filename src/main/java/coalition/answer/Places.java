package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether names and figures of a claim stand beside what they stand beside in its source, and lead it where they lead that. */
final class Places {
    private static final Set<String> SIDES = Wording.words("west east north south left right former latter");
    private static final Set<String> BEFORE_PLACES =
            Wording.words("in on at of by for from to with under after before during since about against among");

    private final Alignment alignment;
    private final List<Term> claim;
    private final List<Term> source;

    Places(Alignment alignment) {
        this.alignment = alignment;
        this.claim = alignment.claim().terms();
        this.source = alignment.source().terms();
    }

    /** What stands in another's place; empty where nothing does. */
    Optional<String> taken() {
        return sided().or(this::counted);
    }

    /** Another name leads the source, and the claim has it further back, though neither is in the passive. */
    Optional<String> led() {
        int mine = leading(claim, true);
        int theirs = leading(source, false);
        boolean passive = claim.stream().anyMatch(t -> t.root().equals("by"))
                || source.stream().anyMatch(t -> t.root().equals("by") && !gerund(source.indexOf(t)));
        if (mine < 0
                || mine > 1
                || theirs < 0
                || passive
                || !alignment.link(mine).found()) {
            return Optional.empty();
        }
        String leader = source.get(theirs).root();
        boolean elsewhere = IntStream.range(mine + 1, claim.size())
                .anyMatch(i -> claim.get(i).is(Kind.NAME) && claim.get(i).root().equals(leader));
        boolean apart = alignment.link(mine).index() > theirs + 3
                && claim.subList(0, mine + 1).stream().noneMatch(t -> t.root().equals(leader));
        return elsewhere && apart
                ? Optional.of("'" + claim.get(mine).text() + "' is not whom the source begins with")
                : Optional.empty();
    }

    private boolean gerund(int by) {
        return by + 1 < source.size() && source.get(by + 1).text().endsWith("ing");
    }

    /** The first name, where no preposition stands before it. */
    private int leading(List<Term> terms, boolean ofClaim) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean name = term.is(Kind.NAME)
                    || (i == 0
                            && ofClaim
                            && alignment.link(0).found()
                            && source.get(alignment.link(0).index()).is(Kind.NAME))
                    || (i == 0
                            && term.is(Kind.WORD)
                            && Character.isUpperCase(term.text().charAt(0))
                            && !WordBook.ENGLISH.knows(term.root()));
            if (name) {
                boolean placed = i > 0
                        && (BEFORE_PLACES.contains(terms.get(i - 1).root())
                                || terms.get(i - 1).is(Kind.FIGURE));
                return placed ? -1 : i;
            }
            if (term.is(Kind.BREAK)) {
                return -1;
            }
        }
        return -1;
    }

    /** West, first, in 1990: what stands before it must be what stands before it in the source, where the claim names both. */
    private Optional<String> sided() {
        for (int i = 1; i < claim.size(); i++) {
            int at = alignment.link(i).index();
            boolean anchor =
                    claim.get(i).is(Kind.FIGURE) || SIDES.contains(claim.get(i).root());
            int mine = anchor && at > 0 ? nameBefore(claim, i) : -1;
            int theirs = mine < 0 ? -1 : nameBefore(source, at);
            int stood = mine < 0 ? -1 : alignment.link(mine).index();
            boolean other = theirs >= 0
                    && stood >= 0
                    && !source.get(theirs).root().equals(claim.get(mine).root())
                    && Math.abs(stood - theirs) > 3;
            if (other && alignment.covers(theirs) && stood > at) {
                return Optional.of("'" + claim.get(i).text() + "' goes with '"
                        + source.get(theirs).text() + "' in the source");
            }
        }
        return Optional.empty();
    }

    private static int nameBefore(List<Term> terms, int from) {
        for (int i = from - 1; i >= 0 && from - i < 6; i--) {
            if (terms.get(i).is(Kind.NAME)) {
                return i;
            }
        }
        return -1;
    }

    /** "40 ships and 2,000 maps": what is counted must not stand behind another figure of the source. */
    private Optional<String> counted() {
        for (int i = 0; i + 1 < claim.size(); i++) {
            int at = alignment.link(i).index();
            int thing = alignment.link(i + 1).index();
            boolean counts = claim.get(i).is(Kind.FIGURE) && claim.get(i + 1).is(Kind.WORD) && at >= 0 && thing > 0;
            if (counts && thing != at + 1) {
                Term before = source.get(thing - 1);
                boolean another =
                        before.is(Kind.FIGURE) && before.value() != claim.get(i).value();
                if (another && source.get(Math.min(at + 1, source.size() - 1)).is(Kind.WORD)) {
                    return Optional.of(
                            "'" + before.text() + " " + claim.get(i + 1).text() + "' in the source, not '"
                                    + claim.get(i).text() + "'");
                }
            }
        }
        return Optional.empty();
    }
}
