package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Term.Kind;
import coalition.document.Chunk;
import coalition.document.Span;
import coalition.model.SpanLogits;
import coalition.model.SpanModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Asks the reader for each thing a claim names, with the rest of the claim as the question: "who sued Alibaba in 2015?" If the
 * source says something else there, the claim mixes up who did what, even if all its words are in the source. Safe for several
 * threads.
 */
final class CrossExamination {
    private static final int MOST = 6;
    private static final int LONGEST = 12;
    private static final double NOTHING = 1e-4;
    private static final Set<String> DETERMINERS = Wording.words("the a an its their his her this that these those");
    private static final Set<String> JOINING = Set.of("of", "and", "for", "the");
    private static final Set<String> MONTHS =
            Wording.words("january february march april june july august september october november december");
    private static final int NEAR = 40;

    private final SpanModel reader;

    CrossExamination(SpanModel reader) {
        this.reader = reader;
    }

    /**
     * What came of one question.
     *
     * @param question as it was asked
     * @param named whether a name or a figure was asked for, not common words
     * @param agrees the probability of words that the claim has there, 0 to 1
     * @param rivals the probability of another name or figure, one that the claim does not have
     * @param turned the probability of another name or figure that the claim has elsewhere
     * @param differs the probability of anything else
     */
    record Finding(String question, boolean named, double agrees, double rivals, double turned, double differs) {}

    /** One finding a thing named, at most six; none where the claim names nothing that the source has. */
    List<Finding> examine(Alignment alignment, Backing backing, Chunk chunk) {
        Wording source = Wording.of(chunk.text());
        List<Finding> findings = new ArrayList<>();
        for (Group group : groups(alignment)) {
            if (findings.size() == MOST) {
                break;
            }
            List<Span> targets = targets(alignment, group, backing, chunk, source);
            if (!targets.isEmpty()) {
                findings.add(asked(alignment, group, targets, chunk, source));
            }
        }
        return List.copyOf(findings);
    }

    /** The reader's logit that the chunk answers the whole claim, asked as a question; 0 where it gives none. */
    double answers(Wording claim, Chunk chunk) {
        String question = claim.text().strip().replaceAll("[.!;,\\s]+$", "") + "?";
        return reader.read(question, List.of(chunk.above() + chunk.text()))
                .getFirst()
                .answers()
                .orElse(0);
    }

    private record Group(int from, int to, boolean named) {}

    /** Runs of names, figures and nouns between verbs, prepositions and commas: what a "who" or "what" can stand for. */
    private static List<Group> groups(Alignment alignment) {
        List<Term> terms = alignment.claim().terms();
        List<Group> groups = new ArrayList<>();
        int i = 0;
        while (i < terms.size()) {
            int from = i;
            while (i < terms.size() && (nominal(terms.get(i)) || (i > from && joins(alignment, i)))) {
                i++;
            }
            if (i == from) {
                i++;
                continue;
            }
            boolean named = IntStream.range(from, i).anyMatch(t -> named(alignment, t));
            boolean light = terms.subList(from, i).stream().allMatch(t -> Contradictions.LIGHT.contains(t.root()));
            boolean there = IntStream.range(from, i)
                    .anyMatch(t -> alignment.link(t).found() && (!named || named(alignment, t)));
            if (!light && there) {
                groups.add(new Group(from, i, named));
            }
        }
        return groups;
    }

    private static boolean named(Alignment alignment, int i) {
        Term term = alignment.claim().terms().get(i);
        Link link = alignment.link(i);
        boolean elsewhere = i == 0
                && link.found()
                && alignment.source().terms().get(link.index()).is(Kind.NAME);
        return term.is(Kind.NAME) || term.is(Kind.FIGURE) || elsewhere;
    }

    private static boolean nominal(Term term) {
        boolean word = term.is(Kind.WORD) && !Roles.verbal(term) && !term.text().endsWith("ly");
        return term.is(Kind.NAME) || term.is(Kind.FIGURE) || word;
    }

    /** A small word within a name: Act of Congress, Aeronautics and Space, as the source has it too. */
    private static boolean joins(Alignment alignment, int i) {
        List<Term> terms = alignment.claim().terms();
        boolean between = i + 1 < terms.size()
                && JOINING.contains(terms.get(i).root())
                && nominal(terms.get(i - 1))
                && terms.get(i + 1).is(Kind.NAME);
        int before = alignment.link(i - 1).index();
        int after = between ? alignment.link(i + 1).index() : -1;
        return between && before >= 0 && after == before + 2;
    }

    /** Where the chunk has most of what the group says, close together. */
    private static List<Span> targets(Alignment alignment, Group group, Backing backing, Chunk chunk, Wording source) {
        List<Span> found = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        int offset = backing.parts().getFirst().sentence().span().start()
                - chunk.span().start();
        for (int i = group.from(); i < group.to(); i++) {
            Term term = alignment.claim().terms().get(i);
            if (term.is(Kind.FUNCTION)) {
                continue;
            }
            Link link = alignment.link(i);
            if (link.found()) {
                Term there = alignment.source().terms().get(link.index());
                found.add(new Span(offset + there.start(), offset + there.end()));
                owners.add(i);
            }
            for (Term there : source.terms()) {
                if (Alignment.alike(term, there)) {
                    found.add(new Span(there.start(), there.end()));
                    owners.add(i);
                }
            }
        }
        List<Span> targets = densest(found, owners);
        targets.addAll(abbreviated(alignment, group, source));
        return targets;
    }

    /** A name in full where the group has its letters, and its letters where the group has it in full. */
    private static List<Span> abbreviated(Alignment alignment, Group group, Wording source) {
        List<Term> mine = alignment.claim().terms().subList(group.from(), group.to());
        List<Span> spans = new ArrayList<>();
        for (Term term : mine) {
            if (letters(term)) {
                run(source.terms(), term.text()).ifPresent(spans::add);
            }
        }
        for (Term term : source.terms()) {
            if (letters(term) && run(mine, term.text()).isPresent()) {
                spans.add(new Span(term.start(), term.end()));
            }
        }
        return spans;
    }

    private static boolean letters(Term term) {
        return term.text().length() > 1 && term.text().chars().allMatch(Character::isUpperCase);
    }

    /** Where the capitals of neighbouring terms spell these letters. */
    private static Optional<Span> run(List<Term> terms, String letters) {
        for (int from = 0; from < terms.size(); from++) {
            StringBuilder spelt = new StringBuilder();
            for (int to = from; to < terms.size() && spelt.length() < letters.length(); to++) {
                Term term = terms.get(to);
                boolean small = term.is(Kind.FUNCTION) && to > from;
                if (letters(term)
                        || (!small && !Character.isUpperCase(term.text().charAt(0)))) {
                    break;
                }
                term.text().chars().filter(Character::isUpperCase).forEach(c -> spelt.append((char) c));
                if (spelt.toString().equals(letters)) {
                    return Optional.of(new Span(terms.get(from).start(), term.end()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Span> densest(List<Span> found, List<Integer> owners) {
        long most = 0;
        List<Span> best = new ArrayList<>();
        for (Span center : found) {
            List<Span> near = new ArrayList<>();
            Set<Integer> terms = new TreeSet<>();
            for (int j = 0; j < found.size(); j++) {
                if (Math.abs(found.get(j).start() - center.start()) < NEAR) {
                    near.add(found.get(j));
                    terms.add(owners.get(j));
                }
            }
            if (terms.size() > most) {
                most = terms.size();
                best.clear();
            }
            if (terms.size() == most) {
                best.addAll(near);
            }
        }
        return best;
    }

    private Finding asked(Alignment alignment, Group group, List<Span> targets, Chunk chunk, Wording source) {
        String question = question(alignment.claim(), group);
        SpanLogits logits = reader.read(question, List.of(chunk.text())).getFirst();
        int count = logits.start().length;
        double top = logits.none();
        for (int i = 0; i < count; i++) {
            for (int j = i; j < Math.min(count, i + LONGEST); j++) {
                top = Math.max(top, (double) logits.start()[i] + logits.end()[j]);
            }
        }
        double[] masses = new double[4];
        double all = Math.exp(logits.none() - top);
        for (int i = 0; i < count; i++) {
            for (int j = i; j < Math.min(count, i + LONGEST); j++) {
                double mass = Math.exp(logits.start()[i] + logits.end()[j] - top);
                if (mass > NOTHING) {
                    Span span = new Span(logits.starts()[i], logits.ends()[j]);
                    masses[kind(span, targets, alignment.claim(), source)] += mass;
                    all += mass;
                }
            }
        }
        return new Finding(question, group.named(), masses[0] / all, masses[1] / all, masses[2] / all, masses[3] / all);
    }

    /** 0: what the claim says there, 1: another name or figure, 2: one that the claim has elsewhere, 3: other words. */
    private static int kind(Span span, List<Span> targets, Wording claim, Wording source) {
        if (targets.stream().anyMatch(t -> t.overlaps(span))) {
            return 0;
        }
        int kind = 3;
        for (Term term : source.terms()) {
            if ((proper(term) || nameLike(term)) && span.overlaps(new Span(term.start(), term.end()))) {
                boolean elsewhere = claim.terms().stream().anyMatch(c -> Alignment.alike(c, term));
                kind = Math.min(kind, elsewhere ? 2 : 1);
            }
        }
        return kind;
    }

    /** A capitalised word at the start of a sentence that no book knows. */
    private static boolean nameLike(Term term) {
        return term.is(Kind.WORD)
                && Character.isUpperCase(term.text().charAt(0))
                && !WordBook.ENGLISH.knows(term.root());
    }

    private static boolean proper(Term term) {
        return term.is(Kind.NAME) || term.is(Kind.FIGURE);
    }

    private static String question(Wording claim, Group group) {
        List<Term> terms = claim.terms();
        int from = group.from();
        if (from > 0 && DETERMINERS.contains(terms.get(from - 1).root())) {
            from--;
        }
        String before = claim.text().substring(0, terms.get(from).start());
        String after = claim.text().substring(terms.get(group.to() - 1).end());
        String word = word(terms, group);
        String asked = before.isBlank() ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
        return (before + asked + after).strip().replaceAll("[.!;,\\s]+$", "") + "?";
    }

    private static String word(List<Term> terms, Group group) {
        List<Term> asked = terms.subList(group.from(), group.to());
        Term last = asked.getLast();
        if (asked.stream().anyMatch(t -> MONTHS.contains(t.root()) || t.text().equals("May"))) {
            return "what date";
        }
        if (!asked.stream().allMatch(t -> t.is(Kind.FIGURE))) {
            return group.named() && group.from() == 0 ? "who or what" : "what";
        }
        boolean year = last.unit().isEmpty()
                && last.value() >= 1000
                && last.value() < 2100
                && last.text().length() == 4;
        return year ? "what year" : last.unit().equals("decade") ? "what years" : "how many";
    }
}
