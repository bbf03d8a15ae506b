package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import coalition.retrieval.TermStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weighs what retrieval and reader say of each sentence, and how sure it is that the best one answers. Safe for several threads. */
public final class SentenceRanker {
    private static final double LEAST_MASS = 1e-4;

    @SuppressWarnings("unused")
    private final TermStatistics terms;

    public SentenceRanker(TermStatistics terms) {
        this.terms = terms;
    }

    /**
     * Ranks all sentences of the passages.
     *
     * @param standalone the question as understood
     * @param passages best first
     * @param readings one a passage, in the same order; or none at all, then retrieval alone decides
     * @throws IllegalArgumentException where readings and passages, or a reading and its passage's sentences, do not match
     */
    public Ranking rank(String standalone, List<Passage> passages, List<Reading> readings) {
        if (!readings.isEmpty() && readings.size() != passages.size()) {
            throw new IllegalArgumentException(readings.size() + " readings for " + passages.size() + " passages");
        }
        List<Candidate> scored = new ArrayList<>();
        for (int p = 0; p < passages.size(); p++) {
            Passage passage = passages.get(p);
            List<Sentence> sentences = passage.chunk().sentences();
            for (int s = 0; s < sentences.size(); s++) {
                Optional<Reading> reading = readings.isEmpty() ? Optional.empty() : Optional.of(readings.get(p));
                scored.add(new Candidate(
                        p,
                        s,
                        score(passage, s, reading),
                        0,
                        words(sentences.get(s).span(), reading)));
            }
        }
        if (scored.isEmpty()) {
            return new Ranking(List.of(), 0);
        }
        scored.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Candidate> ranked = withProbabilities(scored);
        return new Ranking(ranked, confidence(ranked.getFirst(), passages, readings));
    }

    private static double score(Passage passage, int sentence, Optional<Reading> reading) {
        SentenceScore near = passage.sentences().get(sentence);
        double mass =
                reading.map(r -> r.answers() * r.sentences().get(sentence)).orElse(0d);
        return Math.log(Math.max(LEAST_MASS, mass))
                + 6 * near.cosine()
                + 6 * near.overlap()
                + 6 * passage.cosine()
                + 3 * passage.keyword();
    }

    private static Optional<Span> words(Span sentence, Optional<Reading> reading) {
        return reading.flatMap(Reading::words).filter(w -> w.start() >= sentence.start() && w.start() < sentence.end());
    }

    private static List<Candidate> withProbabilities(List<Candidate> ranked) {
        double top = ranked.getFirst().score();
        double sum = ranked.stream().mapToDouble(c -> Math.exp(c.score() - top)).sum();
        return ranked.stream()
                .map(c ->
                        new Candidate(c.passage(), c.sentence(), c.score(), Math.exp(c.score() - top) / sum, c.words()))
                .toList();
    }

    private static double confidence(Candidate best, List<Passage> passages, List<Reading> readings) {
        Passage passage = passages.get(best.passage());
        SentenceScore near = passage.sentences().get(best.sentence());
        double read = readings.isEmpty() ? .5 : readings.get(best.passage()).answers();
        double z =
                4 * (read - .5) + 6 * (near.cosine() - .4) + 3 * (near.overlap() - .4) + 3 * (passage.cosine() - .35);
        return 1 / (1 + Math.exp(-z));
    }
}
