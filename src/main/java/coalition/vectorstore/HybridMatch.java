package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;

/**
 * What was found, with the parts of its score.
 *
 * @param match id, embedding, segment and LangChain4j's relevance: (cosine + 1) / 2, or the keyword part where the query had no
 *     embedding
 * @param score what matches are ordered by: cosine + weight * keyword
 * @param cosine cosine of the query's and the stored embedding, -1 to 1; 0 where the query had no embedding
 * @param keyword BM25 divided by the sum of the idf of the query's terms, 0 to 1; 0 where the query had no text
 */
public record HybridMatch(EmbeddingMatch<TextSegment> match, double score, double cosine, double keyword) {}
