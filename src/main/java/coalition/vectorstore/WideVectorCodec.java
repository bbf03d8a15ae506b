package coalition.vectorstore;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own codec, with vectors of up to 8192 numbers where Lucene stops at 1024, and without a graph in segments of up to some
 * 16,000 entries: these are searched by looking at all, and a load makes graphs only when they are merged. What it writes, Lucene
 * reads as its own.
 */
final class WideVectorCodec extends Lucene104Codec {
    private static final int LARGEST_DIMENSION = 8192;
    private static final int CONNECTIONS = 16;

    /** Fewer than Lucene's 100: a third of the time to load, and ten of the hundred found are not missed for it. */
    private static final int BEAM = 48;

    /** As Lucene measures it: no graph where this times ln(entries) is more than the entries, which is 16,500. */
    private static final int NO_GRAPH_BELOW = 1_700;

    private final KnnVectorsFormat vectors = new WideFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }

    private static final class WideFormat extends KnnVectorsFormat {
        private final KnnVectorsFormat format;

        WideFormat() {
            this(new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM, 1, null, NO_GRAPH_BELOW));
        }

        private WideFormat(KnnVectorsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return format.fieldsWriter(state);
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
