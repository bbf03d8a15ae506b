package coalition.vectorstore;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/** Lucene's own codec, with vectors of up to 8192 numbers where Lucene stops at 1024. What it writes, Lucene reads as its own. */
final class WideVectorCodec extends Lucene104Codec {
    private static final int LARGEST_DIMENSION = 8192;
    private final KnnVectorsFormat vectors = new WideFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }

    private static final class WideFormat extends KnnVectorsFormat {
        private final KnnVectorsFormat format;

        WideFormat() {
            this(new Lucene99HnswVectorsFormat());
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
