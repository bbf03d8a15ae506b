package coalition.vectorstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The documents whose codes are nearest to a code, by graph; by looking at all where the graph finds too few. */
final class NearestVectors {
    private static final Comparator<ScoreDoc> WORST_FIRST = Comparator.comparingDouble((ScoreDoc hit) -> hit.score)
            .thenComparing(hit -> hit.doc, Comparator.reverseOrder());

    private final IndexSearcher searcher;
    private final byte[] query;

    NearestVectors(IndexSearcher searcher, byte[] query) {
        this.searcher = searcher;
        this.query = query;
    }

    /** The nearest, nearest first: up to {@code wanted}, and as many as {@code least} whenever that many pass the filter. */
    List<ScoreDoc> find(@Nullable Query filter, int wanted, int least) throws IOException {
        int documents = searcher.getIndexReader().numDocs();
        if (documents == 0) {
            return List.of();
        }
        if (wanted < documents) {
            ScoreDoc[] hits = searcher.search(new NearestQuery(query, wanted, least, filter), wanted).scoreDocs;
            if (hits.length >= least || hits.length == (filter == null ? documents : searcher.count(filter))) {
                return List.of(hits);
            }
        }
        return scan(filter == null ? MatchAllDocsQuery.INSTANCE : filter, wanted);
    }

    private List<ScoreDoc> scan(Query filter, int wanted) throws IOException {
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(WORST_FIRST);
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer passing = weight.scorer(leaf);
            VectorScorer vectors = vectors(leaf);
            if (passing == null || vectors == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator docs = passing.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && isAt(vectors, doc)) {
                    best.add(new ScoreDoc(leaf.docBase + doc, vectors.score()));
                    if (best.size() > wanted) {
                        best.poll();
                    }
                }
            }
        }
        List<ScoreDoc> hits = new ArrayList<>(best);
        hits.sort(WORST_FIRST.reversed());
        return hits;
    }

    /** The score of each document; documents in rising order. */
    float[] scores(int[] docs) throws IOException {
        float[] scores = new float[docs.length];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leaf = -1;
        VectorScorer vectors = null;
        for (int i = 0; i < docs.length; i++) {
            int itsLeaf = ReaderUtil.subIndex(docs[i], leaves);
            if (itsLeaf != leaf) {
                leaf = itsLeaf;
                vectors = vectors(leaves.get(leaf));
            }
            if (vectors != null && isAt(vectors, docs[i] - leaves.get(leaf).docBase)) {
                scores[i] = vectors.score();
            }
        }
        return scores;
    }

    private @Nullable VectorScorer vectors(LeafReaderContext leaf) throws IOException {
        ByteVectorValues values = leaf.reader().getByteVectorValues(EntryIndex.VECTOR);
        return values == null ? null : values.scorer(query);
    }

    private static boolean isAt(VectorScorer vectors, int doc) throws IOException {
        DocIdSetIterator docs = vectors.iterator();
        return (docs.docID() >= doc ? docs.docID() : docs.advance(doc)) == doc;
    }
}
