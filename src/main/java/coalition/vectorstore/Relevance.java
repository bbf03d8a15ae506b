package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * How an entry is scored for one request. Matches are ordered by cosine + weight * keyword, where a part that the request does not
 * ask for is 0. What LangChain4j sees is its relevance, (cosine + 1) / 2, also where a text changed the order; for a request
 * without an embedding it is the keyword part.
 */
final class Relevance {
    private final float[] query;
    private final double length;
    private final boolean byWords;
    private final double weight;

    /** @param byWords whether the request's text holds a term */
    Relevance(EmbeddingSearchRequest request, boolean byWords, double weight) {
        this.query = request.queryEmbedding().vector();
        this.length = Math.sqrt(VectorUtil.dotProduct(query, query));
        this.byWords = byWords;
        this.weight = weight;
    }

    boolean byEmbedding() {
        return query.length > 0;
    }

    boolean byWords() {
        return byWords;
    }

    /** The cosine with a stored embedding; 0 where either has no length. */
    double cosine(Embedding embedding) {
        if (!byEmbedding()) {
            return 0;
        }
        float[] vector = embedding.vector();
        double lengths = length * Math.sqrt(VectorUtil.dotProduct(vector, vector));
        return lengths == 0 ? 0 : Math.clamp(VectorUtil.dotProduct(query, vector) / lengths, -1, 1);
    }

    double score(double cosine, double keyword) {
        return cosine + weight * keyword;
    }

    HybridMatch match(Entry entry, double cosine, double keyword) {
        double relevance = byEmbedding() ? (cosine + 1) / 2 : keyword;
        return new HybridMatch(
                new EmbeddingMatch<>(relevance, entry.id(), entry.embedding(), entry.segment()),
                score(cosine, keyword),
                cosine,
                keyword);
    }

    /** The best of the matches, best first, as many as the request wants and as good as it wants. */
    static List<HybridMatch> best(List<HybridMatch> matches, EmbeddingSearchRequest request) {
        return matches.stream()
                .filter(match -> match.match().score() >= request.minScore())
                .sorted(Comparator.comparingDouble((HybridMatch match) -> -match.score()))
                .limit(request.maxResults())
                .toList();
    }
}
