package coalition.vectorstore;

import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * One search over the index. The nearest eight-bit vectors and the best by keywords are brought together, each gets both parts of
 * its score, the best of them are read from the table and scored again with their true embeddings.
 */
final class IndexSearch {
    private static final int LEAST_NEAREST = 160;
    private static final int LEAST_BY_WORDS = 60;
    private static final int READ_BEYOND = 10;

    /** How far the cosine of two codes may lie from the true one; rounding to eight bits makes a tenth of it. */
    private static final double CODE_ERROR = 0.01;

    private final EntrySearcher searcher;
    private final EmbeddingSearchRequest request;
    private final KeywordQuery words;
    private final Relevance relevance;
    private final LongFunction<Optional<Entry>> table;
    private final Map<Integer, Candidate> candidates = new TreeMap<>();

    /** What is known of a document before it is read; not a number where it is not known yet. */
    private static final class Candidate {
        private final int doc;
        private long key;
        private double cosine = Double.NaN;
        private double keyword = Double.NaN;

        Candidate(int doc) {
            this.doc = doc;
        }
    }

    IndexSearch(
            EntrySearcher searcher,
            EmbeddingSearchRequest request,
            KeywordQuery words,
            Relevance relevance,
            LongFunction<Optional<Entry>> table) {
        this.searcher = searcher;
        this.request = request;
        this.words = words;
        this.relevance = relevance;
        this.table = table;
    }

    List<HybridMatch> run() throws IOException, StaleSearchException {
        Map<String, Double> weights = words.weights(searcher);
        Filter wanted = request.filter();
        Query filter = wanted == null ? null : FilterTranslation.translate(wanted);
        int results = Math.min(
                request.maxResults(), Math.max(1, searcher.getIndexReader().numDocs()));
        int breadth = (int) Math.min(Integer.MAX_VALUE / 2, 2L * results);
        int read = breadth + READ_BEYOND;
        if (relevance.byEmbedding()) {
            addNearest(filter, Math.max(LEAST_NEAREST, breadth), results);
        }
        if (relevance.byWords()) {
            double highest =
                    weights.values().stream().mapToDouble(Double::doubleValue).sum();
            addByWords(filter, highest, Math.max(LEAST_BY_WORDS, breadth), read);
        }
        readKeys();
        List<HybridMatch> matches = rescored(read);
        if (searcher.newest().size() > 0) {
            matches.addAll(new NewestSearch(searcher, relevance, weights).matches(wanted));
        }
        return Relevance.best(matches, request);
    }

    private void addNearest(@Nullable Query filter, int breadth, int results) throws IOException {
        float[] query = request.queryEmbedding().vector();
        VectorCode code = VectorCode.of(query.length);
        NearestVectors nearest = new NearestVectors(searcher, code.encode(query));
        for (ScoreDoc hit : nearest.find(filter, breadth, results)) {
            candidate(hit.doc).cosine = code.cosine(hit.score);
        }
    }

    /** @param highest what the keyword part is divided by */
    private void addByWords(@Nullable Query filter, double highest, int breadth, int read) throws IOException {
        Query query = words.query();
        ScoreDoc[] hits = new BestByWords(searcher, query, breadth).find(filter);
        for (ScoreDoc hit : hits) {
            candidate(hit.doc).keyword = hit.score / highest;
        }
        if (relevance.byEmbedding()) {
            addMissingCosines();
            dropHopeless(hits.length < breadth ? 0 : hits[hits.length - 1].score / highest, read);
            addMissingKeywords(query, highest);
        }
    }

    /**
     * Drops what could not be among those read with the highest keyword part it may have: looking these parts up one by one is what
     * takes longest. The threshold algorithm of Fagin, Lotem and Naor, "Optimal aggregation algorithms for middleware", 2001.
     */
    private void dropHopeless(double highestUnknown, int read) {
        if (candidates.size() <= read) {
            return;
        }
        double[] least = candidates.values().stream()
                .mapToDouble(candidate -> relevance.score(candidate.cosine, known(candidate.keyword)))
                .sorted()
                .toArray();
        double threshold = least[least.length - read];
        candidates
                .values()
                .removeIf(candidate -> Double.isNaN(candidate.keyword)
                        && relevance.score(candidate.cosine, highestUnknown) < threshold);
    }

    private Candidate candidate(int doc) {
        return candidates.computeIfAbsent(doc, Candidate::new);
    }

    private void addMissingKeywords(Query query, double highest) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leaf = -1;
        Scorer scorer = null;
        for (Candidate candidate : candidates.values()) {
            if (!Double.isNaN(candidate.keyword)) {
                continue;
            }
            int itsLeaf = ReaderUtil.subIndex(candidate.doc, leaves);
            if (itsLeaf != leaf) {
                leaf = itsLeaf;
                scorer = weight.scorer(leaves.get(leaf));
            }
            int doc = candidate.doc - leaves.get(leaf).docBase;
            candidate.keyword = 0;
            if (scorer != null
                    && (scorer.docID() >= doc
                                    ? scorer.docID()
                                    : scorer.iterator().advance(doc))
                            == doc) {
                candidate.keyword = scorer.score() / highest;
            }
        }
    }

    private void addMissingCosines() throws IOException {
        float[] query = request.queryEmbedding().vector();
        VectorCode code = VectorCode.of(query.length);
        NearestVectors nearest = new NearestVectors(searcher, code.encode(query));
        List<Candidate> missing = candidates.values().stream()
                .filter(candidate -> Double.isNaN(candidate.cosine))
                .toList();
        float[] scores = nearest.scores(missing.stream().mapToInt(c -> c.doc).toArray());
        for (int i = 0; i < scores.length; i++) {
            missing.get(i).cosine = code.cosine(scores[i]);
        }
    }

    private void readKeys() throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leaf = -1;
        NumericDocValues keys = DocValues.emptyNumeric();
        for (Candidate candidate : candidates.values()) {
            int itsLeaf = ReaderUtil.subIndex(candidate.doc, leaves);
            if (itsLeaf != leaf) {
                leaf = itsLeaf;
                keys = DocValues.getNumeric(leaves.get(leaf).reader(), EntryIndex.KEY);
            }
            keys.advanceExact(candidate.doc - leaves.get(leaf).docBase);
            candidate.key = keys.longValue();
        }
    }

    private List<HybridMatch> rescored(int most) throws StaleSearchException {
        List<Candidate> ranked = new ArrayList<>(candidates.values());
        ranked.sort(Comparator.comparingDouble((Candidate c) -> -relevance.score(known(c.cosine), known(c.keyword)))
                .thenComparingLong(c -> c.key));
        int read = Math.min(ranked.size(), most);
        List<HybridMatch> matches = new ArrayList<>(read);
        PriorityQueue<Double> best = new PriorityQueue<>();
        for (Candidate candidate : ranked.subList(0, read)) {
            double highest = relevance.score(known(candidate.cosine), known(candidate.keyword)) + CODE_ERROR;
            if (best.size() == request.maxResults() && highest < best.element()) {
                break;
            }
            Entry entry = table.apply(candidate.key).orElseThrow(StaleSearchException::new);
            HybridMatch match = relevance.match(entry, relevance.cosine(entry.embedding()), known(candidate.keyword));
            matches.add(match);
            if (match.match().score() >= request.minScore()) {
                best.add(match.score());
                if (best.size() > request.maxResults()) {
                    best.remove();
                }
            }
        }
        return matches;
    }

    private static double known(double part) {
        return Double.isNaN(part) ? 0 : part;
    }
}
