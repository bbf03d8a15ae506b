package coalition.answer;

import coalition.answer.Alignment.Link;
import coalition.answer.Term.Kind;
import coalition.document.Chunk;
import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where a chunk has what a claim names. */
final class Whereabouts {
    private static final int NEAR = 40;

    private Whereabouts() {}

    /**
     * Where the chunk has most of what these terms of the claim say, close together; none where it has nothing of it.
     *
     * @param from first term
     * @param to one past the last
     * @param source the chunk's words
     */
    static List<Span> of(Alignment alignment, int from, int to, Backing backing, Chunk chunk, Wording source) {
        List<Span> found = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        int offset = backing.parts().getFirst().sentence().span().start()
                - chunk.span().start();
        for (int i = from; i < to; i++) {
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
        targets.addAll(abbreviated(alignment.claim().terms().subList(from, to), source));
        return targets;
    }

    /** A name in full where the claim has its letters, and its letters where the claim has it in full. */
    private static List<Span> abbreviated(List<Term> mine, Wording source) {
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
}
