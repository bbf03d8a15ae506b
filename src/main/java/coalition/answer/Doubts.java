package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.retrieval.Passage;
import coalition.retrieval.TermStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What speaks for and against the best candidate's being right, as numbers that mean the same in a small folder and a large one. */
final class Doubts {
    /** Those of the best candidate, then its own. */
    static final List<String> NAMES = Stream.concat(
                    Clues.NAMES.stream(),
                    Stream.of(
                            "first",
                            "agreed",
                            "best answers",
                            "other answers",
                            "best margin",
                            "missing",
                            "missing names",
                            "missing numbers",
                            "denied",
                            "rare",
                            "elsewhere"))
            .toList();

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final Pattern NAME = Pattern.compile("(?<=\\S )\\p{Lu}[\\p{L}\\p{M}]+");
    private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|no|none|without|n't)\\b|n['\u2019]t\\b");

    private final TermStatistics terms;
    private final String question;
    private final List<Passage> passages;
    private final List<Reading> readings;

    Doubts(TermStatistics terms, String question, List<Passage> passages, List<Reading> readings) {
        this.terms = terms;
        this.question = question;
        this.passages = passages;
        this.readings = readings;
    }

    /** The doubts about the first of these candidates, of which there is at least one. */
    double[] of(Clues clues, List<Candidate> ranked) {
        Candidate best = ranked.getFirst();
        Chunk chunk = passages.get(best.passage()).chunk();
        String sentence = chunk.sentences().get(best.sentence()).text();
        String around = chunk.title() + " " + chunk.heading() + " " + chunk.text();
        double[] own = clues.of(best.passage(), best.sentence());
        double[] more = {
            Clues.logit(sameAs(best, ranked, false)),
            sameAs(best, ranked, true),
            reader(best.passage(), true),
            reader(best.passage(), false),
            readings.stream().mapToDouble(Reading::margin).max().orElse(0),
            missing(around),
            unseen(NAME, around),
            unseen(NUMBER, around),
            DENIAL.matcher(question).find() && !DENIAL.matcher(sentence).find() ? 1 : 0,
            rarest(around),
            elsewhere(best.passage(), around)
        };
        return IntStream.range(0, own.length + more.length)
                .mapToDouble(i -> i < own.length ? own[i] : more[i - own.length])
                .toArray();
    }

    /** The probability of all candidates that say what the best one says, and if wanted of all others in its passage. */
    private double sameAs(Candidate best, List<Candidate> ranked, boolean passage) {
        Set<String> asked = new HashSet<>(terms.terms(question));
        Set<String> sentence = told(sentenceOf(best), Set.of());
        Set<String> words = answering(best, asked);
        return ranked.stream()
                .filter(c -> (passage && c.passage() == best.passage())
                        || c.equals(best)
                        || alike(words, answering(c, asked))
                        || mostlyShared(sentence, told(sentenceOf(c), Set.of())))
                .mapToDouble(Candidate::probability)
                .sum();
    }

    private String sentenceOf(Candidate candidate) {
        return passages.get(candidate.passage())
                .chunk()
                .sentences()
                .get(candidate.sentence())
                .text();
    }

    /** The terms of the reader's words that the question does not have; empty where it named none. */
    private Set<String> answering(Candidate candidate, Set<String> asked) {
        Chunk chunk = passages.get(candidate.passage()).chunk();
        return candidate
                .words()
                .filter(chunk.span()::contains)
                .map(w -> told(
                        chunk.text()
                                .substring(
                                        w.start() - chunk.span().start(),
                                        w.end() - chunk.span().start()),
                        asked))
                .orElse(Set.of());
    }

    private Set<String> told(String text, Set<String> without) {
        Set<String> told = new HashSet<>(terms.terms(text));
        told.removeAll(without);
        return told;
    }

    /** Whether half of the shorter one's terms stand in the other. */
    private static boolean alike(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return shared > 0 && 2 * shared >= Math.min(a.size(), b.size());
    }

    /** Whether half of all terms of the two stand in both. */
    private static boolean mostlyShared(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return shared > 0 && 2 * shared >= a.size() + b.size() - shared;
    }

    private double reader(int passage, boolean any) {
        return IntStream.range(0, readings.size())
                .filter(p -> any || p != passage)
                .mapToDouble(p -> Clues.logit(readings.get(p).answers()))
                .max()
                .orElse(-9);
    }

    /** The share of the question's own words, each counted once and equally, that the text lacks. */
    private double missing(String text) {
        Set<String> asked = new HashSet<>(terms.terms(question));
        Set<String> there = new HashSet<>(terms.terms(text));
        return asked.isEmpty()
                ? 1
                : asked.stream().filter(t -> !there.contains(t)).count() / (double) asked.size();
    }

    /** How many of the things of this form in the question the text lacks, 0 to 3. */
    private double unseen(Pattern form, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        Matcher found = form.matcher(question);
        int unseen = 0;
        while (found.find()) {
            unseen += plain.contains(found.group().toLowerCase(Locale.ROOT)) ? 0 : 1;
        }
        return Math.min(3, unseen);
    }

    /** How rare the rarest word is that the text lacks, as a share of how rare a word can be here. */
    private double rarest(String text) {
        Set<String> there = new HashSet<>(terms.terms(text));
        double rarest = terms.terms(question).stream()
                .filter(t -> !there.contains(t))
                .mapToDouble(terms::idf)
                .max()
                .orElse(0);
        return rarest / Math.max(1e-9, terms.idf("\u0000"));
    }

    /** The share of the missing words that some other passage has. */
    private double elsewhere(int passage, String text) {
        Set<String> missing = new HashSet<>(terms.terms(question));
        terms.terms(text).forEach(missing::remove);
        Set<String> others = new HashSet<>();
        for (int p = 0; p < passages.size(); p++) {
            if (p != passage) {
                others.addAll(terms.terms(passages.get(p).chunk().text()));
            }
        }
        return missing.isEmpty() ? 0 : missing.stream().filter(others::contains).count() / (double) missing.size();
    }
}
