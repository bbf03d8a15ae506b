package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene side of a store: keyword terms, eight-bit vectors, metadata and the key of the row. Changes come from one thread and
 * are seen by searches from {@link #publish} on, all together. Searches run on any thread.
 */
final class EntryIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EntryIndex.class);
    static final String KEY = "key";
    static final String TEXT = "text";
    static final String VECTOR = "vector";
    private static final double BUFFER_MEGABYTES = 64;
    /** Segments up to this size stay in memory until the next commit, so that a single addition makes no files. */
    private static final double LARGEST_IN_MEMORY_MEGABYTES = 4;

    private static final double IN_MEMORY_MEGABYTES = 32;
    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.setTokenized(true);
        WORDS.freeze();
    }

    private final Directory directory;
    private volatile EntrySearcher searcher;
    private volatile @Nullable IndexWriter writer;
    private volatile boolean closed;

    /** A search over a whole generation. */
    @FunctionalInterface
    interface Search<T> {
        T with(EntrySearcher searcher) throws IOException, StaleSearchException;
    }

    private EntryIndex(Directory directory, DirectoryReader reader, @Nullable IndexWriter writer) {
        this.directory = directory;
        this.searcher = new EntrySearcher(reader, NewestEntries.NONE);
        this.writer = writer;
    }

    /** Opens the last commit for reading; a writer is opened by the first change. */
    static EntryIndex open(Path folder) throws IOException {
        Directory directory = directory(folder);
        try {
            return new EntryIndex(directory, DirectoryReader.open(directory), null);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** An empty index in place of whatever lies there. */
    static EntryIndex create(Path folder) throws IOException {
        Directory directory = directory(folder);
        try {
            IndexWriter writer = new IndexWriter(directory, configuration(OpenMode.CREATE));
            return new EntryIndex(directory, DirectoryReader.open(writer), writer);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Directory directory(Path folder) throws IOException {
        return new NRTCachingDirectory(FSDirectory.open(folder), LARGEST_IN_MEMORY_MEGABYTES, IN_MEMORY_MEGABYTES);
    }

    private static IndexWriterConfig configuration(OpenMode mode) {
        return new IndexWriterConfig(KeywordTerms.ANALYZER)
                .setOpenMode(mode)
                .setCodec(new WideVectorCodec())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMaxFullFlushMergeWaitMillis(0) // or an addition waits for what it set off
                .setCommitOnClose(false);
    }

    /** How far the commit on disk had come; empty where another version wrote it. */
    Optional<IndexPosition> position() throws IOException {
        return IndexPosition.read(
                ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData());
    }

    /** Reads every byte and compares checksums. */
    void verify() throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            leaf.reader().checkIntegrity();
        }
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return bytes;
    }

    void add(Collection<Entry> entries) throws IOException {
        IndexWriter index = writer();
        for (Entry entry : entries) {
            index.addDocument(document(entry));
        }
    }

    void remove(Collection<Long> keys) throws IOException {
        writer().deleteDocuments(
                        keys.stream().map(key -> new Term(KEY, bytes(key))).toArray(Term[]::new));
    }

    void clear() throws IOException {
        writer().deleteAll();
    }

    /** Makes one segment of all; takes long, and others add and search meanwhile. Shown by {@link #publish}. On any thread. */
    void merge() throws IOException {
        writer().forceMerge(1);
    }

    private synchronized IndexWriter writer() throws IOException {
        IndexWriter open = writer;
        if (open == null) {
            open = new IndexWriter(directory, configuration(OpenMode.APPEND));
            writer = open;
        }
        return open;
    }

    /** How many entries are kept beside the index. */
    int newest() {
        return searcher.newest().size();
    }

    /** Shows these to the searches that begin from now on without writing them; they are kept beside what is published. */
    void keep(List<Entry> entries) {
        EntrySearcher current = searcher;
        searcher = new EntrySearcher(current.getIndexReader(), current.newest().with(entries));
    }

    /** Writes the entries that are kept beside the index; searches see them there until {@link #publish}, which must follow. */
    void takeNewest() throws IOException {
        add(searcher.newest().entries());
    }

    /** Shows the changes so far to the searches that begin from now on; the entries that were kept have been taken before. */
    void publish() throws IOException {
        DirectoryReader old = (DirectoryReader) searcher.getIndexReader();
        DirectoryReader fresh = DirectoryReader.openIfChanged(old, writer());
        if (fresh != null) {
            searcher = new EntrySearcher(fresh, NewestEntries.NONE);
            old.decRef();
        }
    }

    /** Writes the changes so far to disk together with the position. */
    void commit(IndexPosition position) throws IOException {
        IndexWriter index = writer();
        index.setLiveCommitData(position.written().entrySet());
        index.commit();
    }

    /**
     * The newest searcher, which stays whole until it is released.
     *
     * @throws AlreadyClosedException when the index was closed
     */
    EntrySearcher acquire() {
        while (!closed) {
            EntrySearcher current = searcher;
            if (current.getIndexReader().tryIncRef()) {
                return current;
            }
        }
        throw new AlreadyClosedException("the index was closed");
    }

    static void release(IndexSearcher acquired) throws IOException {
        acquired.getIndexReader().decRef();
    }

    /**
     * Runs the search on what was published last.
     *
     * @throws AlreadyClosedException when the index was closed
     */
    <T> T search(Search<T> search) throws IOException, StaleSearchException {
        EntrySearcher acquired = acquire();
        try {
            return search.with(acquired);
        } finally {
            release(acquired);
        }
    }

    private Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(KEY, bytes(entry.key()), Field.Store.NO));
        document.add(new NumericDocValuesField(KEY, entry.key()));
        float[] vector = entry.embedding().vector();
        document.add(new KnnByteVectorField(
                VECTOR, VectorCode.of(vector.length).encode(vector), VectorSimilarityFunction.DOT_PRODUCT));
        TextSegment segment = entry.segment();
        if (segment != null) {
            document.add(new Field(TEXT, segment.text(), WORDS));
            MetadataFields.add(document, segment.metadata().toMap());
        }
        return document;
    }

    private static BytesRef bytes(long key) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(key, bytes, 0);
        return new BytesRef(bytes);
    }

    /** Closes; what was not committed is dropped. */
    @Override
    public void close() throws IOException {
        closed = true;
        searcher.getIndexReader().close();
        IndexWriter open = writer;
        if (open != null) {
            open.rollback();
        }
        directory.close();
    }

    /** Closes after a failure, whatever state it is in. */
    void abandon() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("an index did not close", e);
        }
    }
}
