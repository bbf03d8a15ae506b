package coalition.retrieval;

/**
 * A chunk that may fit a search.
 *
 * @param key which chunk
 * @param cosine cosine of the search's and the chunk's embedding, -1 to 1
 * @param keyword BM25 divided by the sum of the idf of the search's terms, 0 or more
 */
public record Candidate(ChunkKey key, double cosine, double keyword) {}
