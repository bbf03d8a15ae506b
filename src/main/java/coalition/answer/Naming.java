package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether every name and figure of a claim is in its source, or in what the source speaks of without naming it. */
final class Naming {
    private static final Set<String> POINTING = Wording.words("he him his she her it its they them their");
    private static final Set<String> KINDS = Wording.words(
            "city town village country state nation company firm corporation organization organisation group coalition"
                    + " association agency body society university school college institute club team band church empire kingdom"
                    + " republic government army navy museum station airport hospital film movie book novel album song series show"
                    + " game building island region area province district river lake sea mountain planet species animal plant"
                    + " language religion party union war battle treaty law act bill theory system model method process device"
                    + " king queen president emperor minister mayor bishop pope composer writer author artist player actor scientist");
    private static final Set<String> STATES = Set.of("america", "american", "us", "usa");

    private final Alignment alignment;
    private final Backing backing;
    private final List<Term> terms;

    Naming(Alignment alignment, Backing backing) {
        this.alignment = alignment;
        this.backing = backing;
        this.terms = alignment.claim().terms();
    }

    /** A figure or name of the claim that the source does not have; empty where it has all. */
    Optional<String> missing() {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean lacks =
                    !alignment.link(i).found() && (term.is(Kind.FIGURE) ? !counts(term) : named(i) && !extended(i));
            if (lacks) {
                return Optional.of("'" + term.text() + "' is not in the source");
            }
        }
        return Optional.empty();
    }

    /** Two or three, where the claim itself names as many that the source has: "two of them are A and B". */
    private boolean counts(Term figure) {
        long items = 0;
        for (int i = 1; i + 1 < terms.size(); i++) {
            boolean joint =
                    terms.get(i).root().equals("and") || terms.get(i).text().equals(",");
            if (joint && listed(i - 1) && listed(i + 1)) {
                items += items == 0 ? 2 : 1;
            }
        }
        return items > 1
                && figure.value() == items
                && Character.isLetter(figure.text().charAt(0));
    }

    private boolean listed(int i) {
        return terms.get(i).is(Kind.NAME) && alignment.link(i).found();
    }

    /** A capitalised word, also one that stands first, if nothing else in the source could be meant by it. */
    private boolean named(int i) {
        Term term = terms.get(i);
        boolean first = term.is(Kind.WORD)
                && Character.isUpperCase(term.text().charAt(0))
                && !WordBook.ENGLISH.knows(term.root())
                && !Thesaurus.ENGLISH.knows(term.root())
                && !term.text().endsWith("ly");
        return first || term.is(Kind.NAME);
    }

    /**
     * A name that only the context has is good beside one the source has (Michael Kors). One of the title is good where the claim
     * begins with it, or where the source points to somebody or something without a name.
     */
    private boolean extended(int i) {
        String root = terms.get(i).root();
        boolean above = entitled(root) && (leads(i) || leans());
        return above
                || initials(i)
                || states(root)
                || (backing.context().contains(root) && (beside(i, -1) || beside(i, 1)));
    }

    /** Whether a title has the name or a form of it: Buddhism, Buddhists. */
    private boolean entitled(String root) {
        return backing.titles().contains(root)
                || backing.titles().stream()
                        .anyMatch(t -> t.charAt(0) == root.charAt(0) && WordBook.ENGLISH.related(t, root));
    }

    /** Whether nothing that the source has stands before it. */
    private boolean leads(int i) {
        return alignment.content().stream()
                .noneMatch(j -> j < i && alignment.link(j).found());
    }

    /** Whether the source speaks of somebody or something without the name: "he", "its", "the city". */
    private boolean leans() {
        List<Term> source = alignment.source().terms();
        return IntStream.range(0, source.size())
                .anyMatch(i -> source.get(i).in(POINTING)
                        || (i > 0
                                && source.get(i).in(KINDS)
                                && Set.of("the", "this")
                                        .contains(source.get(i - 1).root())));
    }

    /** Whether the next term, a comma left out, is a name that the source has. */
    private boolean beside(int i, int step) {
        int next = i + step;
        if (next >= 0 && next < terms.size() && terms.get(next).text().equals(",")) {
            next += step;
        }
        return next >= 0
                && next < terms.size()
                && terms.get(next).is(Kind.NAME)
                && alignment.link(next).found();
    }

    private boolean states(String root) {
        List<Term> source = alignment.source().terms();
        boolean united = IntStream.range(1, source.size())
                .anyMatch(i -> source.get(i).text().equals("States")
                        && source.get(i - 1).text().equals("United"));
        boolean letters =
                source.stream().anyMatch(t -> Set.of("US", "U.S.", "USA").contains(t.text()));
        return STATES.contains(root) && (united || letters);
    }

    /** Whether an acronym's letters begin a run of the source's names. */
    private boolean initials(int i) {
        String letters = terms.get(i).text().replace(".", "");
        if (letters.length() < 2 || !letters.chars().allMatch(Character::isUpperCase)) {
            return false;
        }
        StringBuilder first = new StringBuilder();
        for (Term term : backing.wording().terms()) {
            if (term.text().length() > 1 && Character.isUpperCase(term.text().charAt(0))) {
                term.text().chars().filter(Character::isUpperCase).forEach(c -> first.append((char) c));
            } else if (!Set.of("of", "the", "and", "for").contains(term.root())) {
                first.append(' ');
            }
        }
        return first.toString().contains(letters);
    }
}
