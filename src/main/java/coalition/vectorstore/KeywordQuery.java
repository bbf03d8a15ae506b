package coalition.vectorstore;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
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

    /** The highest BM25 that a text could come near to: what the keyword part is divided by. */
    double sumOfIdf(IndexReader reader) throws IOException {
        double sum = 0;
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            sum += term.getValue() * idf(reader, term.getKey());
        }
        return sum;
    }

    static double idf(IndexReader reader, String term) throws IOException {
        return idf(reader.getDocCount(EntryIndex.TEXT), reader.docFreq(new Term(EntryIndex.TEXT, term)));
    }

    /** @param holding how many of all texts hold the term */
    static double idf(long all, long holding) {
        return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
    }
}
