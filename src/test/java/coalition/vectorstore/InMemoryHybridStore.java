package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hybrid store without files, exact and slow: what the contract is tried on, and a fake for tests. */
final class InMemoryHybridStore implements HybridEmbeddingStore {
    private Map<String, Entry> entries = new LinkedHashMap<>();
    private long generation;
    private long lastKey;

    @Override
    public String add(Embedding embedding) {
        return addAll(List.of(embedding)).getFirst();
    }

    @Override
    public void add(String id, Embedding embedding) {
        addAll(List.of(id), List.of(embedding), null);
    }

    @Override
    public String add(Embedding embedding, TextSegment segment) {
        return addAll(List.of(embedding), List.of(segment)).getFirst();
    }

    @Override
    public List<String> addAll(List<Embedding> embeddings) {
        List<String> ids = generateIds(embeddings.size());
        addAll(ids, embeddings, null);
        return ids;
    }

    @Override
    public synchronized void addAll(
            List<String> ids, List<Embedding> embeddings, @Nullable List<TextSegment> segments) {
        change(new LinkedHashMap<>(entries), ids, embeddings, segments);
    }

    @Override
    public synchronized void replace(
            Filter removed, List<String> ids, List<Embedding> embeddings, List<TextSegment> segments) {
        Map<String, Entry> left = new LinkedHashMap<>(entries);
        left.values().removeIf(entry -> entry.passes(removed));
        change(left, ids, embeddings, segments);
    }

    private void change(
            Map<String, Entry> left,
            List<String> ids,
            List<Embedding> embeddings,
            @Nullable List<? extends @Nullable TextSegment> segments) {
        List<? extends @Nullable TextSegment> all = segments == null ? Collections.nCopies(ids.size(), null) : segments;
        for (int i = 0; i < ids.size(); i++) {
            int dimension = (entries.isEmpty() ? left : entries)
                    .values().stream()
                            .findFirst()
                            .map(entry -> entry.embedding().dimension())
                            .orElse(embeddings.get(i).dimension());
            if (embeddings.get(i).dimension() != dimension) {
                throw new IllegalArgumentException("cannot add '" + ids.get(i) + "': another dimension");
            }
            lastKey++;
            left.put(ids.get(i), new Entry(lastKey, ids.get(i), embeddings.get(i), all.get(i)));
        }
        generation += ids.isEmpty() && left.size() == entries.size() ? 0 : 1;
        entries = left;
    }

    @Override
    public synchronized void removeAll(Collection<String> ids) {
        Map<String, Entry> left = new LinkedHashMap<>(entries);
        left.keySet().removeAll(ids);
        change(left, List.of(), List.of(), null);
    }

    @Override
    public void removeAll(Filter filter) {
        replace(filter, List.of(), List.of(), List.of());
    }

    @Override
    public synchronized void removeAll() {
        change(new LinkedHashMap<>(), List.of(), List.of(), null);
    }

    @Override
    public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
        return new EmbeddingSearchResult<>(
                searchHybrid(request).stream().map(HybridMatch::match).toList());
    }

    @Override
    public synchronized List<HybridMatch> searchHybrid(EmbeddingSearchRequest request) {
        int dimension = request.queryEmbedding().dimension();
        if (dimension > 0
                && entries.values().stream().anyMatch(e -> e.embedding().dimension() != dimension)) {
            throw new IllegalArgumentException("cannot search with an embedding of " + dimension + " numbers");
        }
        KeywordQuery words = new KeywordQuery(request.query());
        TableScan scan = new TableScan(words, new Relevance(request, !words.isEmpty(), 1));
        scan.add(List.copyOf(entries.values()), request.filter());
        return scan.best(request);
    }

    @Override
    public synchronized long generation() {
        return generation;
    }

    @Override
    public synchronized long count() {
        return entries.size();
    }

    @Override
    public List<String> terms(String text) {
        return KeywordTerms.of(text);
    }

    @Override
    public synchronized double idf(String term) {
        List<List<String>> texts = new ArrayList<>();
        for (Entry entry : entries.values()) {
            TextSegment segment = entry.segment();
            if (segment != null) {
                texts.add(KeywordTerms.of(segment.text()));
            }
        }
        return KeywordQuery.idf(
                texts.size(),
                texts.stream().filter(terms -> terms.contains(term)).count());
    }

    @Override
    public void close() {}
}
