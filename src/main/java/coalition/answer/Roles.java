package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a claim has the same doing the same to the same as its source. */
final class Roles {
    private static final Set<String> MUTUAL =
            Wording.words("meet marry merg join talk negotiat agre compet border and with be");
    private static final Set<String> COMPARING = Wording.words("than times twice");
    private static final Set<String> SIDES = Wording.words("west east north south left right former latter");
    private static final Set<String> IRREGULAR = Wording.words(
            "won lost beat led left made gave took bought sold built wrote became sent paid hired fought caught taught told met"
                    + " held kept found founded saw knew brought cut hit put shot struck beaten taken given written sung drew");

    private static final Set<String> BEING = Set.of("was", "were", "is", "are", "been", "being", "be");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "its", "his", "her", "their");
    private static final Set<String> BEFORE_PLACES =
            Wording.words("in on at of by for from to with under after before during since about against among");

    private final Alignment alignment;
    private final List<Term> claim;
    private final List<Term> source;

    Roles(Alignment alignment) {
        this.alignment = alignment;
        this.claim = alignment.claim().terms();
        this.source = alignment.source().terms();
    }

    /** What changed places; empty where nothing did. */
    Optional<String> swapped() {
        for (int v = 1; v < claim.size() - 1; v++) {
            int w = alignment.link(v).index();
            boolean verb = w >= 0
                    && claim.get(v).is(Kind.WORD)
                    && !MUTUAL.contains(claim.get(v).root());
            if (verb && (verbal(claim.get(v)) || verbal(source.get(w)))) {
                Optional<String> names = around(v, w, true);
                Optional<String> words = names.isPresent() ? names : around(v, w, false);
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        return compared()
                .or(this::sided)
                .or(this::led)
                .or(this::counted)
                .or(this::exchanged)
                .or(this::activated);
    }

    /** Two names have changed places while all else stands in the source's order. */
    private Optional<String> exchanged() {
        boolean passive = claim.stream().anyMatch(t -> t.root().equals("by"))
                != source.stream().anyMatch(t -> t.root().equals("by"));
        List<Integer> content = alignment.content();
        List<Integer> links =
                content.stream().map(i -> alignment.link(i).index()).toList();
        if (passive || links.contains(-1)) {
            return Optional.empty();
        }
        for (int a = 0; a < links.size(); a++) {
            for (int b = a + 2; b < links.size(); b++) {
                List<Integer> swapped = new ArrayList<>(links);
                Collections.swap(swapped, a, b);
                boolean names = named(content.get(a)) && named(content.get(b));
                if (names && links.get(a) > links.get(b) && increasing(swapped)) {
                    return Optional.of("'" + claim.get(content.get(a)).text() + "' and '"
                            + claim.get(content.get(b)).text() + "' changed places");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean increasing(List<Integer> links) {
        return IntStream.range(1, links.size()).allMatch(i -> links.get(i - 1) < links.get(i));
    }

    /** "X was accused" does not say that X accused somebody. */
    private Optional<String> activated() {
        for (int v = 1; v + 1 < claim.size(); v++) {
            int w = alignment.link(v).index();
            boolean verb = w > 0 && claim.get(v).is(Kind.WORD) && verbal(claim.get(v)) && verbal(source.get(w));
            if (!verb || !source.get(w - 1).in(BEING) || claim.get(v - 1).in(BEING)) {
                continue;
            }
            int subject = alignment.link(v - 1).index();
            boolean object =
                    claim.get(v + 1).in(DETERMINERS) || claim.get(v + 1).is(Kind.NAME);
            if (object && subject >= 0 && subject < w && w - subject <= 3) {
                return Optional.of(
                        "'" + source.get(w - 1).text() + " " + source.get(w).text() + "' in the source");
            }
        }
        return Optional.empty();
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

    /** Another name leads the source, and the claim has it further back, though neither is in the passive. */
    private Optional<String> led() {
        int mine = leading(claim);
        int theirs = leading(source);
        boolean passive = claim.stream().anyMatch(t -> t.root().equals("by"))
                || source.stream().anyMatch(t -> t.root().equals("by") && !gerund(source.indexOf(t)));
        if (mine < 0 || theirs < 0 || passive || !alignment.link(mine).found()) {
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
    private static int leading(List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean name = term.is(Kind.NAME)
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

    private Optional<String> around(int v, int w, boolean names) {
        int left = neighbour(v, -1, names);
        int right = neighbour(v, 1, names);
        if (left < 0 || right < 0) {
            return Optional.empty();
        }
        int l = alignment.link(left).index();
        int r = alignment.link(right).index();
        if (l < 0 || r < 0 || l == r) {
            return Optional.empty();
        }
        boolean flipped = passive(claim, v) != passive(source, w);
        boolean straight = l < w && w < r;
        boolean reverse = r < w && w < l;
        boolean alike = names || (next(claim, v).equals(next(source, w)) && near(l, w) && near(r, w));
        return (straight && flipped) || (reverse && !flipped && alike)
                ? Optional.of("'" + claim.get(left).text() + "' and '"
                        + claim.get(right).text() + "' changed places")
                : Optional.empty();
    }

    /** "Twice that of", "larger than": the two sides of a comparison. */
    private Optional<String> compared() {
        for (int v = 1; v < claim.size() - 1; v++) {
            if (!COMPARING.contains(claim.get(v).text())
                    || source.stream().noneMatch(t -> COMPARING.contains(t.text()))) {
                continue;
            }
            int left = neighbour(v, -1, true);
            int right = neighbour(v, 1, true);
            int l = left < 0 ? -1 : alignment.link(left).index();
            int r = right < 0 ? -1 : alignment.link(right).index();
            if (l > r && r >= 0) {
                return Optional.of("'" + claim.get(left).text() + "' and '"
                        + claim.get(right).text() + "' changed places");
            }
        }
        return Optional.empty();
    }

    /** The nearest name, or any word of content, in this direction within the clause; of a name's words one that occurs once. */
    private int neighbour(int from, int step, boolean names) {
        int found = -1;
        for (int i = from + step; i >= 0 && i < claim.size() && Math.abs(i - from) < 8; i += step) {
            Term term = claim.get(i);
            if (term.is(Kind.BREAK)) {
                break;
            }
            boolean wanted = names
                    ? named(i)
                    : (term.is(Kind.NAME) || term.is(Kind.WORD)) && !term.text().endsWith("ly");
            if (wanted) {
                found = found < 0 || !once(found) ? i : found;
            }
            if (found >= 0 && (!names || !wanted || once(found))) {
                break;
            }
        }
        return found;
    }

    private boolean named(int i) {
        return claim.get(i).is(Kind.NAME)
                || (i == 0
                        && claim.get(i).is(Kind.WORD)
                        && alignment.link(i).index() >= 0
                        && source.get(alignment.link(i).index()).is(Kind.NAME));
    }

    private boolean once(int i) {
        String root = claim.get(i).root();
        return source.stream().filter(t -> t.root().equals(root)).count() == 1;
    }

    private static boolean near(int one, int other) {
        return Math.abs(one - other) < 7;
    }

    private static String next(List<Term> terms, int at) {
        return at + 1 < terms.size() && terms.get(at + 1).is(Kind.FUNCTION)
                ? terms.get(at + 1).root()
                : "";
    }

    private static boolean passive(List<Term> terms, int verb) {
        for (int i = verb + 1; i < Math.min(terms.size(), verb + 3); i++) {
            if (terms.get(i).root().equals("by")) {
                return true;
            }
        }
        return false;
    }

    static boolean verbal(Term term) {
        String text = term.text().toLowerCase(Locale.ROOT);
        return text.endsWith("ed") || IRREGULAR.contains(text);
    }
}
