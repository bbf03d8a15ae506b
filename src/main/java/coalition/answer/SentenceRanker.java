package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.TermStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weighs what retrieval and reader say of each sentence, and how sure it is that the best one answers. Safe for several threads. */
public final class SentenceRanker {
    private final TermStatistics terms;
    private final Weights weights;

    /** With the weights that ship with the bot. */
    public SentenceRanker(TermStatistics terms) {
        this(terms, Weights.shipped());
    }

    SentenceRanker(TermStatistics terms, Weights weights) {
        this.terms = terms;
        this.weights = weights;
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
        Clues clues = new Clues(terms, standalone, passages, readings);
        List<Candidate> ranked = ranked(clues, passages, weights.group("rank." + kind(readings), Clues.NAMES));
        if (ranked.isEmpty()) {
            return new Ranking(List.of(), 0);
        }
        double[] doubts = new Doubts(terms, standalone, passages, readings).of(clues, ranked);
        double topic = weights.group("topic." + kind(readings), Doubts.NAMES).probability(doubts);
        double sure = weights.group("sure." + kind(readings), Doubts.NAMES).probability(doubts);
        return new Ranking(ranked, topic * sure);
    }

    /** Which weights fit: readers that name words, readers that do not, and none are weighed each in its own way. */
    static String kind(List<Reading> readings) {
        if (readings.isEmpty()) {
            return "retrieval";
        }
        return readings.stream().anyMatch(r -> r.words().isPresent()) ? "neural" : "features";
    }

    static List<Candidate> ranked(Clues clues, List<Passage> passages, Weights.Sum weights) {
        List<Candidate> scored = new ArrayList<>();
        for (int p = 0; p < passages.size(); p++) {
            List<Sentence> sentences = passages.get(p).chunk().sentences();
            for (int s = 0; s < sentences.size(); s++) {
                Optional<Span> words = clues.words(p, sentences.get(s).span());
                scored.add(new Candidate(p, s, weights.of(clues.of(p, s)), 0, words));
            }
        }
        scored.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return scored.isEmpty() ? scored : withProbabilities(scored);
    }

    private static List<Candidate> withProbabilities(List<Candidate> ranked) {
        double top = ranked.getFirst().score();
        double sum = ranked.stream().mapToDouble(c -> Math.exp(c.score() - top)).sum();
        return ranked.stream()
                .map(c ->
                        new Candidate(c.passage(), c.sentence(), c.score(), Math.exp(c.score() - top) / sum, c.words()))
                .toList();
    }
}
