package coalition.retrieval;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Library;
import coalition.document.VisibleText;
import coalition.model.TextEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds passages by meaning and by words: the index names candidates by cosine plus keyword score, and these are ordered by
 * mean(cosine of the chunk, cosine of its best sentence) + keyword score. Misspelt words are put right before. Of passages with
 * the same words one is kept; among the first five, one document has at most three where others fit as well. Safe for several threads.
 */
public final class HybridRetriever implements Retriever {
    private static final int CANDIDATES = 30;

    private final ChunkIndex index;
    private final ChunkSource chunks;
    private final ChunkVectors vectors;
    private final TextEncoder encoder;
    private final Library library;
    private final Spelling spelling;

    /**
     * A retriever over one index.
     *
     * @param chunks the texts of what the index names
     * @param vectors the embeddings of their sentences
     * @param encoder the one the chunks were embedded with
     * @param library says which documents there are for a query with a scope
     * @param vocabulary what misspelt words are taken for
     */
    public HybridRetriever(
            ChunkIndex index,
            ChunkSource chunks,
            ChunkVectors vectors,
            TextEncoder encoder,
            Library library,
            Vocabulary vocabulary) {
        this.index = index;
        this.chunks = chunks;
        this.vectors = vectors;
        this.encoder = encoder;
        this.library = library;
        this.spelling = new Spelling(vocabulary, index, encoder);
    }

    @Override
    public List<Passage> retrieve(Query query) {
        Set<DocumentId> within = within(query.scope());
        if (within.isEmpty() && !query.scope().isAll()) {
            return List.of();
        }
        String text = correct(query.text()).text();
        float[] embedding = encoder.encode(text).whole();
        int limit = Math.max(CANDIDATES, 4 * query.limit());
        List<Candidate> candidates = index.search(new ChunkSearch(embedding, text, limit, within));
        List<Passage> passages = new ArrayList<>(score(candidates, embedding));
        passages.sort(Comparator.comparingDouble((Passage passage) -> -passage.score())
                .thenComparing(passage -> passage.chunk().document())
                .thenComparingInt(passage -> passage.chunk().ordinal()));
        Overlap overlap = new Overlap(text, index);
        return Selection.of(passages, query.limit()).stream().map(overlap::fill).toList();
    }

    /** The text as it is searched for: without what nobody sees, and with misspelt words put right. */
    public Correction correct(String text) {
        return spelling.correct(VisibleText.strip(text));
    }

    private Set<DocumentId> within(Scope scope) {
        if (scope.isAll()) {
            return Set.of();
        }
        return library.cards().stream()
                .map(card -> card.id())
                .filter(scope::contains)
                .collect(Collectors.toSet());
    }

    private List<Passage> score(List<Candidate> candidates, float[] embedding) {
        Map<ChunkKey, Chunk> found =
                chunks.find(candidates.stream().map(Candidate::key).toList());
        vectors.prepare(found.values());
        List<Passage> passages = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Chunk chunk = found.get(candidate.key());
            if (chunk != null) {
                passages.add(passage(chunk, candidate, embedding));
            }
        }
        return passages;
    }

    private Passage passage(Chunk chunk, Candidate candidate, float[] embedding) {
        List<float[]> sentences = vectors.sentences(chunk);
        List<SentenceScore> scores = new ArrayList<>();
        double best = -1;
        for (int i = 0; i < chunk.sentences().size(); i++) {
            double cosine = i < sentences.size() ? dot(embedding, sentences.get(i)) : candidate.cosine();
            best = Math.max(best, cosine);
            scores.add(new SentenceScore(cosine, 0));
        }
        double meaning = scores.isEmpty() ? candidate.cosine() : (candidate.cosine() + best) / 2;
        return new Passage(chunk, meaning + candidate.keyword(), candidate.cosine(), candidate.keyword(), scores);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return Math.clamp(sum, -1, 1);
    }

    /** How much of a query's idf a text covers. */
    private static final class Overlap {
        private final Map<String, Double> weights = new HashMap<>();
        private final TermStatistics statistics;
        private final double whole;

        Overlap(String query, TermStatistics statistics) {
            this.statistics = statistics;
            statistics.terms(query).forEach(term -> weights.computeIfAbsent(term, statistics::idf));
            this.whole =
                    weights.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        /** The passage with the overlap of each sentence. */
        Passage fill(Passage passage) {
            List<SentenceScore> scores = new ArrayList<>();
            for (int i = 0; i < passage.sentences().size(); i++) {
                String text = passage.chunk().sentences().get(i).text();
                scores.add(new SentenceScore(passage.sentences().get(i).cosine(), of(text)));
            }
            return new Passage(passage.chunk(), passage.score(), passage.cosine(), passage.keyword(), scores);
        }

        private double of(String text) {
            double covered = new HashSet<>(statistics.terms(text))
                    .stream()
                            .mapToDouble(term -> weights.getOrDefault(term, 0.0))
                            .sum();
            return whole == 0 ? 0 : Math.min(1, covered / whole);
        }
    }
}
