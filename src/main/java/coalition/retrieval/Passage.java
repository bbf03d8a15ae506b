package coalition.retrieval;

import coalition.document.Chunk;
import java.util.List;

/**
 * A chunk retrieved for a query.
 *
 * @param chunk the chunk
 * @param score what the passages are ordered by; higher is better, comparable within one query only
 * @param cosine cosine of the query with the whole chunk, -1 to 1
 * @param keyword BM25 divided by the sum of the idf of the query's terms, 0 or more
 * @param sentences one score a sentence of the chunk, in the same order
 */
public record Passage(Chunk chunk, double score, double cosine, double keyword, List<SentenceScore> sentences) {
    public Passage {
        sentences = List.copyOf(sentences);
        if (sentences.size() != chunk.sentences().size()) {
            throw new IllegalArgumentException(
                    sentences.size() + " scores for " + chunk.sentences().size() + " sentences");
        }
    }
}
