package coalition.vectorstore;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.MergeInfo;

/**
 * Lucene's own codec, with vectors of up to 8192 numbers where Lucene stops at 1024, and without a graph in segments of up to some
 * 16,000 entries: these are searched by looking at all, and a load makes graphs only when they are merged. What it writes, Lucene
 * reads as its own.
 */
final class WideVectorCodec extends Lucene104Codec {
    private static final int LARGEST_DIMENSION = 8192;
    private static final int CONNECTIONS = 16;

    /** Fewer than Lucene's 100: a third of the time to load, and enough for a hundred thousand. */
    private static final int BEAM = 48;

    /** Larger graphs have clusters that a narrower beam leaves out of reach: of a million it misses one nearest in twenty. */
    private static final int BEAM_OF_LARGE = 128;

    private static final int LARGE = 150_000;

    /** As Lucene measures it: no graph where this times ln(entries) is more than the entries, which is 16,500. */
    private static final int NO_GRAPH_BELOW = 1_700;

    private final KnnVectorsFormat vectors = new WideFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }

    private static final class WideFormat extends KnnVectorsFormat {
        private final KnnVectorsFormat format;
        private final KnnVectorsFormat large;

        WideFormat() {
            this(
                    new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM, 1, null, NO_GRAPH_BELOW),
                    new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM_OF_LARGE, 1, null, NO_GRAPH_BELOW));
        }

        private WideFormat(KnnVectorsFormat format, KnnVectorsFormat large) {
            super(format.getName());
            this.format = format;
            this.large = large;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            MergeInfo merge = state.context.mergeInfo();
            return (merge == null || merge.totalMaxDoc() < LARGE ? format : large).fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return LARGEST_DIMENSION;
        }
    }
}
