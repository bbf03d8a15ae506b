package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same search without an index: every entry is read and scored. Exact, and slow in proportion to the table; used while the
 * index is being rebuilt. BM25 with Lucene's k1 = 1.2 and b = 0.75.
 */
final class TableScan {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final KeywordQuery words;
    private final Relevance relevance;
    private final List<Scanned> passing = new ArrayList<>();
    private final Map<String, Integer> holding = new HashMap<>();
    private long texts;
    private long lengths;

    private record Scanned(Entry entry, Map<String, Integer> times, int length) {}

    TableScan(KeywordQuery words, Relevance relevance) {
        this.words = words;
        this.relevance = relevance;
    }

    /** Looks at the next entries. */
    void add(List<Entry> entries, @Nullable Filter filter) {
        for (Entry entry : entries) {
            Map<String, Integer> times = new HashMap<>();
            int length = 0;
            TextSegment segment = entry.segment();
            if (segment != null && !words.isEmpty()) {
                List<String> terms = KeywordTerms.of(segment.text());
                length = terms.size();
                terms.stream().filter(words.terms()::containsKey).forEach(term -> times.merge(term, 1, Integer::sum));
                texts += length > 0 ? 1 : 0;
                lengths += length;
                times.keySet().forEach(term -> holding.merge(term, 1, Integer::sum));
            }
            if (entry.passes(filter)) {
                passing.add(new Scanned(entry, times, length));
            }
        }
    }

    List<HybridMatch> best(EmbeddingSearchRequest request) {
        List<HybridMatch> matches = new ArrayList<>();
        for (Scanned scanned : passing) {
            double keyword = keyword(scanned);
            if (relevance.byEmbedding() || keyword > 0) {
                matches.add(relevance.match(
                        scanned.entry(), relevance.cosine(scanned.entry().embedding()), keyword));
            }
        }
        return Relevance.best(matches, request);
    }

    private double keyword(Scanned scanned) {
        double score = 0;
        double highest = 0;
        for (Map.Entry<String, Integer> term : words.terms().entrySet()) {
            double idf = term.getValue() * KeywordQuery.idf(texts, holding.getOrDefault(term.getKey(), 0));
            double times = scanned.times().getOrDefault(term.getKey(), 0);
            double norm = times == 0 ? 1 : K1 * (1 - B + B * scanned.length() * texts / lengths);
            score += idf * times / (times + norm);
            highest += idf;
        }
        return highest == 0 ? 0 : score / highest;
    }
}
