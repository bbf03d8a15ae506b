package coalition.answer;

import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import coalition.retrieval.TermStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What speaks for each sentence of the passages found for one question, as numbers. */
final class Clues {
    /** One number each, in the order of {@link #of(int, int)}. */
    static final List<String> NAMES = List.of(
            "mass",
            "answers",
            "margin",
            "words",
            "cosine",
            "overlap",
            "passage cosine",
            "keyword",
            "behind",
            "best cosine",
            "covered",
            "kind",
            "around",
            "length",
            "title",
            "gap");

    private static final Pattern AMOUNT = Pattern.compile(
            "\\p{N}|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
                    + "|thousand|million|billion|half|dozen|both|none|no one|single|one)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile(
            "\\p{Nd}{4}|\\p{Nd}(?:st|nd|rd|th)?\\b|\\b(?:January|February|March|April|May|June|July|August|September|October"
                    + "|November|December|century|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|year|month|week)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{Ll}\\p{N},;:'\"\u201d)] )\\p{Lu}[\\p{L}\\p{M}'\u2019.-]+");
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|since|due|as a result|so that|in order|to avoid|to protect|reason|caused?|therefore|thus|owing|for fear)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final double FAINT = 1e-6;

    private final TermStatistics terms;
    private final List<Passage> passages;
    private final List<Reading> readings;
    private final Set<String> asked;
    private final double weight;
    private final Optional<Pattern> wanted;

    Clues(TermStatistics terms, String question, List<Passage> passages, List<Reading> readings) {
        this.terms = terms;
        this.passages = passages;
        this.readings = readings;
        asked = new HashSet<>(terms.terms(question));
        weight = asked.stream().mapToDouble(terms::idf).sum();
        wanted = wanted(question.toLowerCase(Locale.ROOT));
    }

    /** The clues of a sentence. */
    double[] of(int passage, int sentence) {
        Passage found = passages.get(passage);
        SentenceScore near = found.sentences().get(sentence);
        Sentence words = found.chunk().sentences().get(sentence);
        Optional<Reading> reading = readings.isEmpty() ? Optional.empty() : Optional.of(readings.get(passage));
        double top = found.sentences().stream()
                .mapToDouble(SentenceScore::cosine)
                .max()
                .orElse(0);
        return new double[] {
            reading.map(r -> Math.log(Math.max(FAINT, r.sentences().get(sentence))))
                    .orElse(0d),
            reading.map(r -> logit(r.answers())).orElse(0d),
            reading.map(r -> Math.clamp(r.margin(), -15, 15)).orElse(0d),
            words(passage, words.span()).isPresent() ? 1 : 0,
            near.cosine(),
            near.overlap(),
            found.cosine(),
            found.keyword(),
            found.score() - passages.getFirst().score(),
            top,
            coverage(found.chunk().text()),
            wanted.map(w -> w.matcher(words.text()).find() ? 1d : -1d).orElse(0d),
            around(found, sentence),
            Math.log(Math.max(1, words.text().length())) - 4.8,
            coverage(found.chunk().title() + " " + found.chunk().heading()),
            near.cosine() - top,
        };
    }

    /** The reader's words that start in this run of a passage. */
    Optional<Span> words(int passage, Span run) {
        return readings.isEmpty()
                ? Optional.empty()
                : readings.get(passage).words().filter(w -> w.start() >= run.start() && w.start() < run.end());
    }

    /** The share of the question's idf that a text's words cover, 0 to 1; 0 for a question without words. */
    double coverage(String text) {
        Set<String> there = new HashSet<>(terms.terms(text));
        double covered =
                asked.stream().filter(there::contains).mapToDouble(terms::idf).sum();
        return weight == 0 ? 0 : covered / weight;
    }

    static double logit(double p) {
        double safe = Math.clamp(p, 1e-4, 1 - 1e-4);
        return Math.log(safe / (1 - safe));
    }

    private static double around(Passage passage, int sentence) {
        List<SentenceScore> all = passage.sentences();
        double before = sentence > 0 ? all.get(sentence - 1).overlap() : 0;
        double after = sentence + 1 < all.size() ? all.get(sentence + 1).overlap() : 0;
        return Math.max(before, after);
    }

    private static Optional<Pattern> wanted(String question) {
        if (question.matches(
                ".*\\bhow (?:many|much|old|long|far|tall|large|big|high)\\b.*|.*\\bwhat (?:percent|number|amount|percentage)\\b.*")) {
            return Optional.of(AMOUNT);
        }
        if (question.matches(".*\\b(?:when|what (?:year|date|day|month|century)|which (?:year|century))\\b.*")) {
            return Optional.of(DAY);
        }
        if (question.matches(
                "(?:.*\\b)?(?:who|whom|whose|where)\\b.*|.*\\b(?:what|which) (?:city|country|state|person|company|team|organization)\\b.*")) {
            return Optional.of(NAME);
        }
        if (question.matches("(?:.*\\b)?(?:why|for what reason)\\b.*")) {
            return Optional.of(REASON);
        }
        return Optional.empty();
    }
}
