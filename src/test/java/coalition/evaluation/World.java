package coalition.evaluation;

import coalition.document.Chunk;
import coalition.model.Encoding;
import coalition.retrieval.ChunkVectors;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import coalition.retrieval.TermStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder in memory: some chunks of a shelf, searched by the mean of the cosines of passage and best sentence plus normalised BM25.
 * Chunks that are not in it do not count for how rare a word is.
 */
final class World implements TermStatistics, ChunkVectors {
    private static final double K1 = 1.2;
    private static final double B = .75;

    private final Shelf shelf;
    private final Words words;
    private final int[] members;
    private final Map<String, Integer> documents = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final double meanLength;

    World(Shelf shelf, Words words, int[] members) {
        this.shelf = shelf;
        this.words = words;
        this.members = members;
        double length = 0;
        for (int m : members) {
            Map<String, Integer> bag = words.bag(m);
            bag.keySet().forEach(t -> documents.merge(t, 1, Integer::sum));
            length += words.length(m);
            numbers.put(shelf.chunks.get(m).id(), m);
        }
        meanLength = length / Math.max(1, members.length);
    }

    /** A passage and the number of its chunk on the shelf. */
    record Found(int chunk, Passage passage) {}

    List<Found> retrieve(String question, float[] asked, int limit, int without) {
        List<String> terms = terms(question);
        Set<String> set = new HashSet<>(terms);
        double weight = set.stream().mapToDouble(this::idf).sum();
        List<Found> found = new ArrayList<>();
        for (int m : members) {
            if (m != without) {
                found.add(new Found(m, passage(m, set, asked, weight)));
            }
        }
        found.sort(Comparator.comparingDouble((Found f) -> f.passage().score()).reversed());
        return found.subList(0, Math.min(limit, found.size()));
    }

    private Passage passage(int chunk, Set<String> asked, float[] vector, double weight) {
        Chunk c = shelf.chunks.get(chunk);
        double cosine = dot(vector, shelf.whole(chunk));
        double keyword = weight == 0 ? 0 : bm25(chunk, asked) / weight;
        List<SentenceScore> scores = new ArrayList<>();
        double best = 0;
        for (int s = 0; s < c.sentences().size(); s++) {
            Set<String> there = words.sentence(chunk, s);
            double covered = asked.stream()
                    .filter(there::contains)
                    .mapToDouble(this::idf)
                    .sum();
            double near = dot(vector, words.pooled(chunk, s));
            best = Math.max(best, near);
            scores.add(new SentenceScore(near, weight == 0 ? 0 : covered / weight));
        }
        return new Passage(c, (cosine + best) / 2 + keyword, cosine, keyword, scores);
    }

    private double bm25(int chunk, Set<String> asked) {
        Map<String, Integer> bag = words.bag(chunk);
        double norm = K1 * (1 - B + B * words.length(chunk) / meanLength);
        double sum = 0;
        for (String term : asked) {
            int tf = bag.getOrDefault(term, 0);
            sum += tf == 0 ? 0 : idf(term) * tf / (tf + norm);
        }
        return sum;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public List<String> terms(String text) {
        return Words.terms(text);
    }

    @Override
    public double idf(String term) {
        int n = documents.getOrDefault(term, 0);
        return Math.log(1 + (members.length - n + .5) / (n + .5));
    }

    @Override
    public List<float[]> sentences(Chunk chunk) {
        Integer number = numbers.get(chunk.id());
        List<float[]> all = new ArrayList<>();
        for (int s = 0; number != null && s < chunk.sentences().size(); s++) {
            all.add(words.pooled(number, s));
        }
        return all;
    }

    @Override
    public java.util.Optional<Encoding> tokens(Chunk chunk) {
        Integer number = numbers.get(chunk.id());
        return number == null ? java.util.Optional.empty() : java.util.Optional.of(shelf.encoding(number));
    }
}
