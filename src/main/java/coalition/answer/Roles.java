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
    private static final Set<String> COMPARING = Wording.words("than times twice superior inferior");
    private static final Set<String> IRREGULAR = Wording.words(
            "won lost beat led left made gave took bought sold built wrote became sent paid hired fought caught taught told met"
                    + " held kept found founded saw knew brought cut hit put shot struck beaten taken given written sung drew");

    static final Set<String> BEING = Set.of("was", "were", "is", "are", "been", "being", "be");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "its", "his", "her", "their");

    private static final int NEAR = 8;

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
                .or(() -> new Places(alignment).taken())
                .or(this::exchanged)
                .or(this::activated);
    }

    /** Two names have changed places while all else stands in the source's order. */
    private Optional<String> exchanged() {
        List<Integer> content = alignment.content().stream()
                .filter(i -> i == 0 || !named(i) || !named(i - 1))
                .toList();
        List<Integer> links =
                content.stream().map(i -> alignment.link(i).index()).toList();
        if (links.size() < 3 || links.contains(-1)) {
            return Optional.empty();
        }
        List<Term> stood = source.subList(Collections.min(links), Collections.max(links));
        if (claim.stream().anyMatch(t -> t.root().equals("by"))
                != stood.stream().anyMatch(t -> t.root().equals("by"))) {
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
        boolean told = named(left) || named(right) || next(claim, v).equals(next(source, w));
        boolean alike = names || (told && near(l, w) && near(r, w));
        return (straight && flipped) || (reverse && !flipped && alike)
                ? Optional.of("'" + claim.get(left).text() + "' and '"
                        + claim.get(right).text() + "' changed places")
                : Optional.empty();
    }

    /** "Larger than", "twice that of": what stood on one side of the comparison stands on the other. */
    private Optional<String> compared() {
        int v = comparison(claim);
        int w = comparison(source);
        boolean same = v > 0
                && w > 0
                && alignment.link(v - 1).found()
                && Math.abs(alignment.link(v - 1).index() - w) < 4;
        if (v < 0 || w < 0 || !(same || claim.get(v).is(Kind.WORD))) {
            return Optional.empty();
        }
        List<Integer> after = alignment.content().stream()
                .filter(i -> i > v && i < v + NEAR && alignment.link(i).found())
                .toList();
        Optional<Integer> moved = alignment.content().stream()
                .filter(i -> i < v && alignment.link(i).index() > w)
                .findFirst();
        boolean all = !after.isEmpty()
                && after.stream().allMatch(i -> alignment.link(i).index() < w);
        return all && moved.isPresent()
                ? Optional.of("'" + claim.get(moved.get()).text() + "' and '"
                        + claim.get(after.getFirst()).text() + "' changed places")
                : Optional.empty();
    }

    private static int comparison(List<Term> terms) {
        return IntStream.range(0, terms.size())
                .filter(i -> COMPARING.contains(terms.get(i).text()))
                .findFirst()
                .orElse(-1);
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
