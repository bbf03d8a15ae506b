package coalition.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** BM25 (k1 1.2, b 0.75) over short texts in memory, divided by the sum of the idf of the query's terms. Not safe for several threads. */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final Map<ChunkKey, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> holding = new HashMap<>();
    private long length;

    void add(ChunkKey key, List<String> terms) {
        Map<String, Integer> times = new HashMap<>();
        terms.forEach(term -> times.merge(term, 1, Integer::sum));
        times.keySet().forEach(term -> holding.merge(term, 1, Integer::sum));
        length += terms.size();
        counts.put(key, times);
    }

    void remove(ChunkKey key) {
        Map<String, Integer> times = counts.remove(key);
        if (times != null) {
            length -= size(times);
            times.keySet().forEach(term -> holding.computeIfPresent(term, (t, n) -> n == 1 ? null : n - 1));
        }
    }

    double idf(String term) {
        int n = holding.getOrDefault(term, 0);
        return Math.log(1 + (counts.size() - n + 0.5) / (n + 0.5));
    }

    double score(ChunkKey key, List<String> terms) {
        Map<String, Integer> times = counts.getOrDefault(key, Map.of());
        double norm = K1 * (1 - B + B * size(times) * counts.size() / Math.max(1.0, (double) length));
        double score = 0;
        double most = 0;
        for (String term : terms) {
            double idf = idf(term);
            int tf = times.getOrDefault(term, 0);
            score += idf * tf / (tf + norm);
            most += idf;
        }
        return most == 0 ? 0 : score / most;
    }

    private static int size(Map<String, Integer> times) {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }
}
