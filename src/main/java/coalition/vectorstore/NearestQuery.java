package coalition.vectorstore;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's query for the nearest, which under a filter looks only as far around the question as the results that are wanted need:
 * Lucene's own goes on until as many pass as without a filter, which under a filter of 5 % is twenty times as far.
 */
final class NearestQuery extends KnnByteVectorQuery {
    /** Codes that are compared for each of the nearest without a filter; measured with 100,000 and 1,000,000. */
    private static final double COMPARED = 8;

    private static final double PASSING_FOR_A_RESULT = 2;

    private final int results;
    private final byte[] code;

    /** Where Lucene searches a leaf again, it begins at what it found there. */
    private final Set<LeafReaderContext> entered = ConcurrentHashMap.newKeySet();

    private final Map<LeafReaderContext, TopDocs> near = new ConcurrentHashMap<>();

    /**
     * @param wanted how many to find at most
     * @param results how many of these the best must be right
     */
    NearestQuery(byte[] code, int wanted, int results, @Nullable Query filter) {
        super(EntryIndex.VECTOR, code, wanted, filter);
        this.results = results;
        this.code = code;
    }

    @Override
    protected TopDocs approximateSearch(
            LeafReaderContext leaf, AcceptDocs passing, int visitedLimit, KnnCollectorManager collectors)
            throws IOException {
        if (getFilter() == null) {
            return fromEntryPoints(leaf, passing, visitedLimit, collectors);
        }
        double share = (double) passing.cost() / leaf.reader().maxDoc();
        double compared = COMPARED * Math.max(getK(), PASSING_FOR_A_RESULT * results / share);
        if (passing.cost() <= compared) {
            return exactSearch(leaf, passing.iterator(), null);
        }
        TopDocs found = fromEntryPoints(leaf, passing, (int) Math.min(visitedLimit, compared), collectors);
        near.put(leaf, found);
        return found;
    }

    private TopDocs fromEntryPoints(
            LeafReaderContext leaf, AcceptDocs passing, int visitedLimit, KnnCollectorManager collectors)
            throws IOException {
        return super.approximateSearch(
                leaf,
                passing,
                visitedLimit,
                (limit, strategy, context) -> collectors.newCollector(
                        limit,
                        entered.add(leaf) ? EntryPoints.strategy(leaf.reader(), code, strategy) : strategy,
                        context));
    }

    /** Lucene asks for it after the graph, too, where that found fewer than wanted. */
    @Override
    protected TopDocs exactSearch(LeafReaderContext leaf, DocIdSetIterator passing, @Nullable QueryTimeout timeout)
            throws IOException {
        TopDocs found = near.remove(leaf);
        return found == null ? super.exactSearch(leaf, passing, timeout) : found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof NearestQuery query && query.results == results;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + results;
    }
}
