package coalition.vectorstore;

import dev.langchain4j.store.embedding.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/** Scores the newest entries one by one as the index will score them: BM25 with Lucene's k1 = 1.2, b = 0.75 and rounded lengths. */
final class NewestSearch {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final NewestEntries newest;
    private final Relevance relevance;
    private final Map<String, Double> weights;
    private final double highest;
    private final double averageLength;

    /** @param weights the most that each term of the query text can add to BM25 */
    NewestSearch(EntrySearcher searcher, Relevance relevance, Map<String, Double> weights) throws IOException {
        this.newest = searcher.newest();
        this.relevance = relevance;
        this.weights = weights;
        this.highest =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        CollectionStatistics texts = searcher.collectionStatistics(EntryIndex.TEXT);
        this.averageLength = texts == null ? 1 : (double) texts.sumTotalTermFreq() / texts.docCount();
    }

    /** Those that pass the filter, in the order of their keys; for a query by words alone, those that hold one. */
    List<HybridMatch> matches(@Nullable Filter filter) {
        List<HybridMatch> matches = new ArrayList<>();
        for (NewestEntries.Newest entry : newest.all()) {
            if (entry.entry().passes(filter)) {
                double keyword = keyword(entry);
                if (relevance.byEmbedding() || keyword > 0) {
                    matches.add(relevance.match(
                            entry.entry(), relevance.cosine(entry.entry().embedding()), keyword));
                }
            }
        }
        return matches;
    }

    private double keyword(NewestEntries.Newest entry) {
        if (highest == 0) {
            return 0;
        }
        int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(entry.length()));
        double norm = K1 * (1 - B + B * length / averageLength);
        double score = 0;
        for (Map.Entry<String, Double> term : weights.entrySet()) {
            int times = entry.times().getOrDefault(term.getKey(), 0);
            score += term.getValue() * times / (times + norm);
        }
        return score / highest;
    }
}
