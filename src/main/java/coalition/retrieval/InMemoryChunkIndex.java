package coalition.retrieval;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An index that lives as long as the process, over LangChain4j's store in memory. Safe for several threads. */
public final class InMemoryChunkIndex implements ChunkIndex {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:ies|es|s|ed|ing)$");

    private final InMemoryEmbeddingStore<ChunkKey> vectors = new InMemoryEmbeddingStore<>();
    private final Map<DocumentId, Map<String, ChunkKey>> documents = new HashMap<>();
    private final Bm25 words = new Bm25();
    private long generation;

    @Override
    public synchronized List<Candidate> search(ChunkSearch search) {
        if (count() == 0) {
            return List.of();
        }
        List<String> terms = terms(search.words());
        return vectors
                .search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(Embedding.from(search.embedding()))
                        .maxResults((int) count())
                        .minScore(0.0)
                        .build())
                .matches()
                .stream()
                .filter(match -> search.within().isEmpty()
                        || search.within().contains(match.embedded().document()))
                .map(match ->
                        new Candidate(match.embedded(), 2 * match.score() - 1, words.score(match.embedded(), terms)))
                .sorted(Comparator.comparingDouble((Candidate c) -> -(c.cosine() + c.keyword())))
                .limit(search.limit())
                .toList();
    }

    @Override
    public synchronized void replace(DocumentId document, List<Chunk> chunks, List<float[]> embeddings) {
        generation++;
        Map<String, ChunkKey> old = documents.remove(document);
        if (old != null) {
            vectors.removeAll(old.keySet());
            old.values().forEach(words::remove);
        }
        Map<String, ChunkKey> keys = new HashMap<>();
        for (int i = 0; i < chunks.size(); i++) {
            ChunkKey key = ChunkKey.of(chunks.get(i));
            keys.put(vectors.add(Embedding.from(embeddings.get(i)), key), key);
            words.add(key, terms(chunks.get(i).above() + chunks.get(i).text()));
        }
        if (!keys.isEmpty()) {
            documents.put(document, keys);
        }
    }

    @Override
    public synchronized long count() {
        return documents.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public synchronized long generation() {
        return generation;
    }

    @Override
    public List<String> terms(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        List<String> terms = new ArrayList<>();
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT));
        while (word.find()) {
            terms.add(ENDING.matcher(word.group()).replaceFirst(""));
        }
        return FunctionWords.drop(terms);
    }

    @Override
    public synchronized double idf(String term) {
        return words.idf(term);
    }
}
