package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.filter.Filter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An embedded, persistent, hybrid store: a folder with an H2 file that holds ids, texts, metadata and embeddings, and a Lucene index
 * that is rebuilt from it whenever the two differ. A change is on disk, and seen by every later search, when its method returns;
 * each method is one change, all or nothing. An id that is there already is replaced. All embeddings have one dimension, that of the
 * first. Vectors are searched by graph over eight-bit codes and scored with the true embeddings. Safe for several threads; one
 * process at a time.
 */
public final class H2EmbeddingStore implements HybridEmbeddingStore {
    private final StoreFile file;
    private final StoreOptions options;
    private final WriterThread writer = new WriterThread();
    private final IndexKeeper keeper;
    private final EntryWriting writing;
    private final StoreTransfer transfer;
    private final Usage use;

    private H2EmbeddingStore(StoreFile file, StoreOptions options, StoreState state) {
        this.file = file;
        this.options = options;
        this.keeper = new IndexKeeper(file, writer, options.newest());
        this.writing = new EntryWriting(file, writer, keeper, state);
        this.transfer = new StoreTransfer(file, writing);
        this.use = new Usage(file.folder());
    }

    /** Opens the store in this folder with the standard options, or makes it. */
    public static H2EmbeddingStore open(Path folder) {
        return open(folder, StoreOptions.standard());
    }

    /**
     * Opens the store in this folder, or makes it. The index is ready, or is being rebuilt in the background.
     *
     * @throws StoreException when the store is open already, cannot be read or written, or was written by a newer version
     */
    public static H2EmbeddingStore open(Path folder, StoreOptions options) {
        return open(StoreFile.open(folder, options.forced()), options);
    }

    static H2EmbeddingStore open(StoreFile file, StoreOptions options) {
        try {
            StoreState state = StoreSchema.open(file);
            H2EmbeddingStore store = new H2EmbeddingStore(file, options, state);
            store.keeper.open(state);
            return store;
        } catch (RuntimeException e) {
            file.abandon();
            throw e;
        }
    }

    @Override
    public String add(Embedding embedding) {
        return addAll(List.of(embedding)).getFirst();
    }

    @Override
    public void add(String id, Embedding embedding) {
        use.beside(() -> writing.add(List.of(id), List.of(embedding), Collections.singletonList(null)));
    }

    @Override
    public String add(Embedding embedding, TextSegment segment) {
        return addAll(List.of(embedding), List.of(segment)).getFirst();
    }

    @Override
    public List<String> addAll(List<Embedding> embeddings) {
        List<String> ids = generateIds(embeddings.size());
        use.beside(() -> writing.add(ids, embeddings, Collections.nCopies(embeddings.size(), null)));
        return ids;
    }

    @Override
    public void addAll(List<String> ids, List<Embedding> embeddings, @Nullable List<TextSegment> segments) {
        use.beside(() ->
                writing.add(ids, embeddings, segments == null ? Collections.nCopies(ids.size(), null) : segments));
    }

    @Override
    public void replace(Filter removed, List<String> ids, List<Embedding> embeddings, List<TextSegment> segments) {
        use.beside(() -> writing.replace(removed, ids, embeddings, segments));
    }

    @Override
    public void removeAll(Collection<String> ids) {
        if (ids == null || ids.isEmpty()) {
            throw new IllegalArgumentException("ids cannot be null or empty");
        }
        use.beside(() -> writing.removeIds(List.copyOf(ids)));
    }

    @Override
    public void removeAll(Filter filter) {
        if (filter == null) {
            throw new IllegalArgumentException("filter cannot be null");
        }
        use.beside(() -> writing.replace(filter, List.of(), List.of(), List.of()));
    }

    @Override
    public void removeAll() {
        use.beside(writing::removeEverything);
    }

    @Override
    public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
        List<EmbeddingMatch<TextSegment>> matches =
                searchHybrid(request).stream().map(HybridMatch::match).toList();
        return new EmbeddingSearchResult<>(matches);
    }

    @Override
    public List<HybridMatch> searchHybrid(EmbeddingSearchRequest request) {
        return use.beside(() -> {
            checkDimension(request.queryEmbedding());
            KeywordQuery words = new KeywordQuery(request.query());
            Relevance relevance = new Relevance(request, !words.isEmpty(), options.keywordWeight());
            return keeper.search(
                    searcher -> new IndexSearch(searcher, request, words, relevance, this::find).run(),
                    () -> scan(request, words, relevance));
        });
    }

    private void checkDimension(Embedding query) {
        int dimension = writing.state().dimension();
        if (dimension != 0 && query.dimension() != 0 && query.dimension() != dimension) {
            throw new IllegalArgumentException("cannot search with an embedding of " + query.dimension()
                    + " numbers: those stored have " + dimension + "; use the model that they were made with");
        }
    }

    private Optional<Entry> find(long key) {
        return file.read(session -> EntryTable.find(session, key));
    }

    private Optional<List<HybridMatch>> scan(EmbeddingSearchRequest request, KeywordQuery words, Relevance relevance) {
        if (file.read(EntryTable::count) > options.scanLimit()) {
            return Optional.empty();
        }
        TableScan scan = new TableScan(words, relevance);
        writing.forEachSlice(slice -> scan.add(slice, request.filter()));
        return Optional.of(scan.best(request));
    }

    @Override
    public long generation() {
        return use.beside(() -> writing.state().generation());
    }

    @Override
    public long count() {
        return use.beside(() -> file.read(EntryTable::count));
    }

    @Override
    public List<String> terms(String text) {
        return KeywordTerms.of(text);
    }

    @Override
    public double idf(String term) {
        return use.beside(() -> keeper.search(searcher -> searcher.idf(term), Optional::empty));
    }

    /** Begins to make the index anew from the table; searches and changes go on meanwhile. */
    public void rebuildIndex() {
        use.beside(keeper::rebuild);
    }

    /** Waits until the index is equal to the table and searches use it; returns at once where they do. */
    public void awaitIndex() {
        use.beside(keeper::await);
    }

    /**
     * Makes the files as small and searches as fast as they can be, by writing both anew. Worth it after many changes, and after a
     * large load. Takes minutes for a million entries; searches and changes wait during the second half of it. Where the process
     * dies meanwhile, nothing is lost.
     *
     * @throws StoreException when the disk has no room for a second copy
     */
    public void compact() {
        use.beside(keeper::merge);
        use.alone(() -> {
            keeper.awaitAnew();
            writer.run(() -> {
                file.compact();
                return true;
            });
        });
    }

    /**
     * Reads every entry and compares table and index; nobody writes meanwhile. Waits first for an index that is being rebuilt.
     */
    public StoreCheck check() {
        return use.beside(() -> {
            keeper.awaitAnew();
            return writer.run(() -> new EntryCheck(file).run(keeper.settled()));
        });
    }

    /** Writes all entries of one generation as JSON lines; replaces the file. The package's README shows the format. */
    public void exportTo(Path jsonLines) {
        use.beside(() -> transfer.export(jsonLines));
    }

    /**
     * Adds the entries of an export, a thousand a change.
     *
     * @return how many there were
     * @throws StoreException naming the line that cannot be read or added
     */
    public long importFrom(Path jsonLines) {
        return use.beside(() -> transfer.importFrom(jsonLines));
    }

    /** Writes a backup of one generation, a ZIP file, while others read and write; replaces the file once it is whole. */
    public void backup(Path zip) {
        use.beside(() -> transfer.backup(zip));
    }

    /**
     * Makes a store of a backup; its index is made when it is opened.
     *
     * @param folder one that holds no store
     */
    public static void restore(Path zip, Path folder) {
        StoreTransfer.restore(zip, folder);
    }

    /** Waits for the calls in hand, writes what is left of the index and closes; more calls do nothing. */
    @Override
    public void close() {
        use.end(() -> {
            try {
                writer.run(() -> {
                    keeper.close();
                    return true;
                });
            } finally {
                writer.close();
                file.close();
            }
        });
    }
}
