package coalition.vectorstore;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.NeighborQueue;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/**
 * Where a search enters the lowest level of a graph. Lucene goes down the upper levels to one node, from which a narrow search does not
 * leave the cluster that it lies in. This looks on the level above the lowest, which holds one in sixteen, for many near nodes: they
 * lie in all clusters that may be right, and from them a search less than half as wide finds more.
 */
final class EntryPoints {
    /** In clusters of 200 that hold some 13 such nodes each; measured with 1,000,000. */
    private static final int POINTS = 128;

    private static final int POINTS_FURTHER_UP = 16;

    private final HnswGraph graph;
    private final RandomVectorScorer scorer;

    private EntryPoints(HnswGraph graph, RandomVectorScorer scorer) {
        this.graph = graph;
        this.scorer = scorer;
    }

    /** The strategy of a search that begins at the points near to the code; the other one where the segment has no upper levels. */
    static KnnSearchStrategy strategy(LeafReader leaf, byte[] code, KnnSearchStrategy other) throws IOException {
        if (!(leaf instanceof CodecReader segment)) {
            return other;
        }
        KnnVectorsReader reader = segment.getVectorReader();
        if (reader instanceof PerFieldKnnVectorsFormat.FieldsReader fields) {
            reader = fields.getFieldReader(EntryIndex.VECTOR);
        }
        ByteVectorValues vectors = leaf.getByteVectorValues(EntryIndex.VECTOR);
        if (!(reader instanceof HnswGraphProvider graphs) || vectors == null) {
            return other;
        }
        HnswGraph graph = graphs.getGraph(EntryIndex.VECTOR);
        if (graph.size() == 0 || graph.numLevels() < 2) {
            return other;
        }
        RandomVectorScorer scorer = FlatVectorScorerUtil.getLucene99FlatVectorsScorer()
                .getRandomVectorScorer(VectorSimilarityFunction.DOT_PRODUCT, vectors, code);
        int[] points = new EntryPoints(graph, scorer).find();
        return new KnnSearchStrategy.Seeded(iterator(points), points.length, other);
    }

    private int[] find() throws IOException {
        HnswGraphSearcher searcher =
                new HnswGraphSearcher(new NeighborQueue(POINTS, true), new SparseFixedBitSet(graph.maxNodeId() + 1));
        int[] points = {graph.entryNode()};
        for (int level = graph.numLevels() - 1; level > 0; level--) {
            points = searcher.searchLevel(scorer, level == 1 ? POINTS : POINTS_FURTHER_UP, level, points, graph)
                    .popUntilNearestKNodes();
        }
        return points;
    }

    private static DocIdSetIterator iterator(int[] points) {
        int[] sorted = points.clone();
        Arrays.sort(sorted);
        return new DocIdSetIterator() {
            private int at = -1;

            @Override
            public int docID() {
                return at < 0 ? -1 : at < sorted.length ? sorted[at] : NO_MORE_DOCS;
            }

            @Override
            public int nextDoc() {
                at++;
                return docID();
            }

            @Override
            public int advance(int target) throws IOException {
                return slowAdvance(target);
            }

            @Override
            public long cost() {
                return sorted.length;
            }
        };
    }
}
