package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Term.Kind;
import coalition.document.Chunk;
import coalition.document.Span;
import coalition.model.SpanLogits;
import coalition.model.SpanModel;
import coalition.model.SpanModel.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /**
     * What came of all questions about a claim.
     *
     * @param findings one a thing named, at most six; none where the claim names nothing that the source has
     * @param says the reader's logit that the chunk says the claim, which it has learnt from true and false statements; 0 where it
     *     gives none
     */
    record Testimony(List<Finding> findings, double says) {
        Testimony {
            findings = List.copyOf(findings);
        }
    }

    /** Asks for each thing named, and for the whole claim. */
    Testimony examine(Alignment alignment, Backing backing, Chunk chunk) {
        Wording source = Wording.of(chunk.text());
        List<Point> points = points(alignment, backing, chunk, source);
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(statement(alignment.claim()), chunk.above() + chunk.text()));
        points.forEach(point -> pairs.add(new Pair(point.question(), chunk.text())));
        List<SpanLogits> read = reader.readEach(pairs);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            findings.add(finding(points.get(i), read.get(i + 1), alignment.claim(), source));
        }
        return new Testimony(findings, read.getFirst().answers().orElse(0));
    }

    private static String statement(Wording claim) {
        return claim.text().strip().replaceAll("[.!;,\\s]+$", "") + ".";
    }

    private record Point(Group group, List<Span> targets, String question) {}

    private static List<Point> points(Alignment alignment, Backing backing, Chunk chunk, Wording source) {
        List<Point> points = new ArrayList<>();
        for (Group group : groups(alignment)) {
            List<Span> targets = Whereabouts.of(alignment, group.from(), group.to(), backing, chunk, source);
            if (points.size() < MOST && !targets.isEmpty()) {
                points.add(new Point(group, targets, question(alignment.claim(), group)));
            }
        }
        return points;
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

    private static Finding finding(Point point, SpanLogits logits, Wording claim, Wording source) {
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
                    masses[kind(span, point.targets(), claim, source)] += mass;
                    all += mass;
                }
            }
        }
        return new Finding(
                point.question(),
                point.group().named(),
                masses[0] / all,
                masses[1] / all,
                masses[2] / all,
                masses[3] / all);
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
