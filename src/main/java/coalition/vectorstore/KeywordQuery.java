package coalition.vectorstore;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The terms of a query text, each as often as it stands there. */
final class KeywordQuery {
    private static final int MOST_TERMS = 512;

    private final Map<String, Integer> terms = new LinkedHashMap<>();

    KeywordQuery(@Nullable String text) {
        List<String> all = text == null || text.isBlank() ? List.of() : KeywordTerms.of(text);
        for (String term : all) {
            if (terms.size() < MOST_TERMS || terms.containsKey(term)) {
                terms.merge(term, 1, Integer::sum);
            }
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    Map<String, Integer> terms() {
        return terms;
    }

    Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach((term, times) -> {
            Query query = new TermQuery(new Term(EntryIndex.TEXT, term));
            any.add(times == 1 ? query : new BoostQuery(query, times), Occur.SHOULD);
        });
        return any.build();
    }

    /** The most that each term can add to BM25; their sum is what the keyword part is divided by. */
    Map<String, Double> weights(EntrySearcher searcher) throws IOException {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            weights.put(term.getKey(), term.getValue() * searcher.idf(term.getKey()));
        }
        return weights;
    }

    /** @param holding how many of all texts hold the term */
    static double idf(long all, long holding) {
        return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
    }
}
