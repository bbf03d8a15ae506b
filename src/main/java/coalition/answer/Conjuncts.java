package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart a sentence that joins statements: "A left in 2016, and B joined" is two, "A and B left" is one. */
final class Conjuncts {
    private static final List<Pattern> JOINTS = List.of(
            Pattern.compile("; (?:and |but |however, |meanwhile, )?"),
            Pattern.compile(", (?:and|but|while|whereas) "),
            Pattern.compile(" (?:and|but|while|whereas) "));
    private static final int MOST = 4;
    private static final Set<String> VERBS =
            Wording.words("is are was were has had have will would can could may did does do");
    private static final Set<String> LEANING =
            Wording.words("he she it they this that these those which who also then");
    private static final Set<String> PERSONS = Wording.words("he she it they");

    private Conjuncts() {}

    /**
     * Ways to read the sentence as two statements, the likeliest first: each two sentences. A second statement without a subject of
     * its own is given the first one's.
     */
    static List<List<String>> of(String sentence) {
        List<List<String>> ways = new ArrayList<>();
        for (Pattern pattern : JOINTS) {
            Matcher joint = pattern.matcher(sentence);
            while (joint.find() && ways.size() < MOST) {
                String first = sentence.substring(0, joint.start()).strip() + ".";
                Optional<String> second =
                        second(first, sentence.substring(joint.end()).strip());
                if (second.isPresent() && whole(first) && !ways.contains(List.of(first, second.get()))) {
                    ways.add(List.of(first, second.get()));
                }
            }
        }
        return ways;
    }

    /** Whether a comma or a semicolon joins two statements, each with a subject of its own. */
    static boolean joined(String sentence) {
        return JOINTS.subList(0, 2).stream().anyMatch(pattern -> {
            Matcher joint = pattern.matcher(sentence);
            return joint.find()
                    && of(sentence).stream()
                            .anyMatch(way -> way.getFirst().length() <= joint.start() + 1
                                    && sentence.endsWith(way.getLast().substring(1)));
        });
    }

    private static Optional<String> second(String first, String rest) {
        List<Term> terms = Wording.of(rest).terms();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        Term start = terms.getFirst();
        boolean person = start.in(PERSONS);
        if (person || Roles.verbal(start) || start.in(VERBS)) {
            String told = person ? rest.substring(start.end()).strip() : rest;
            return subject(first).map(s -> s + " " + told).filter(Conjuncts::whole);
        }
        String capital = rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
        return start.in(LEANING) || !whole(capital) ? Optional.empty() : Optional.of(capital);
    }

    /** What stands before the first verb; empty where no verb is found near. */
    private static Optional<String> subject(String sentence) {
        List<Term> terms = Wording.of(sentence).terms();
        for (int i = 1; i < Math.min(terms.size(), 8); i++) {
            if (terms.get(i).is(Kind.BREAK)) {
                return Optional.empty();
            }
            if (terms.get(i).in(VERBS) || (terms.get(i).is(Kind.WORD) && Roles.verbal(terms.get(i)))) {
                return Optional.of(sentence.substring(0, terms.get(i - 1).end()));
            }
        }
        return Optional.empty();
    }

    /** Whether the words have a subject and a verb of their own. */
    private static boolean whole(String text) {
        List<Term> terms = Wording.of(text).terms();
        long content = terms.stream()
                .filter(t -> !t.is(Kind.FUNCTION) && !t.is(Kind.BREAK))
                .count();
        return terms.size() >= 4
                && content >= 2
                && terms.subList(1, terms.size()).stream().anyMatch(Conjuncts::verb);
    }

    private static boolean verb(Term term) {
        return term.in(VERBS)
                || (term.is(Kind.WORD) && (Roles.verbal(term) || term.text().matches("[a-z]{3,}[^su]s")));
    }
}
