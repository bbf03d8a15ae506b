package coalition.retrieval;

/**
 * How near a sentence is to a query.
 *
 * @param cosine of the query's and the sentence's embedding, -1 to 1
 * @param overlap share of the query's idf that the sentence's words cover, 0 to 1
 */
public record SentenceScore(double cosine, double overlap) {}
