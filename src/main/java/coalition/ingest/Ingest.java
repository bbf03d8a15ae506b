package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.model.TextEncoder;
import coalition.retrieval.ChunkIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Brings library and index up to date with a folder. A file is read again when its size or time differ from what was seen, and
 * indexed again when its bytes do. The new version of a document is written down first, then the index changes over to it as one
 * change, then it is called current: at every moment a chunk that a search finds has its text, and a run that was cut off goes on
 * where it was. A file that cannot be read is skipped with its reason and never stops the rest. One run at a time.
 */
public final class Ingest {
    private static final int BATCH = 16;
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    private final Path folder;
    private final IndexedLibrary library;
    private final ChunkIndex index;
    private final ChunkEncoder encoder;
    private final IngestOptions options;
    private final Clock clock;
    private final GuardedReaders readers;
    private final Chunker chunker = new Chunker();

    /**
     * An ingest of one folder.
     *
     * @param library where documents are written
     * @param index where their chunks are found; only this object changes it
     * @param encoder makes the vectors
     */
    public Ingest(
            Path folder,
            IndexedLibrary library,
            ChunkIndex index,
            TextEncoder encoder,
            IngestOptions options,
            Clock clock) {
        this.folder = folder;
        this.library = library;
        this.index = index;
        this.encoder = new ChunkEncoder(encoder);
        this.options = options;
        this.clock = clock;
        this.readers = new GuardedReaders(Readers.all(), options.patience());
    }

    /**
     * Looks at the folder and indexes what is new or changed; returns when all is done.
     *
     * @throws UnreadableFolderException where the folder cannot be read
     */
    public synchronized IngestReport run(IndexingProgress progress) {
        Instant start = clock.instant();
        FolderScan scan = FolderScan.of(folder);
        List<Long> unused = library.unused();
        Map<DocumentId, FileState> known = library.files();
        restoreIndex();
        RunLog log = new RunLog(known, clock, progress);
        scan.skipped().forEach(log::skipped);
        List<FoundFile> fresh =
                scan.files().stream().filter(file -> !log.knows(file)).toList();
        log.expect(fresh.size());
        try (readers) {
            readAll(fresh, log);
        }
        log.gone(scan.files()).forEach(this::remove);
        if (log.changedAnything()) {
            library.countWords();
        }
        library.save(log.seenAgain());
        library.dropVectors(unused);
        int chunks = library.cards().stream().mapToInt(DocumentCard::chunks).sum();
        return log.report(chunks, Duration.between(start, clock.instant()));
    }

    /** Fills the index from the library where it was lost. */
    private void restoreIndex() {
        List<DocumentCard> cards = library.cards();
        boolean whole =
                index.count() == cards.stream().mapToLong(DocumentCard::chunks).sum();
        if (whole && index.generation() >= library.indexGeneration()) {
            return;
        }
        for (DocumentCard card : cards) {
            List<float[]> embeddings = library.embeddings(card.id());
            if (embeddings.size() == card.chunks()) {
                index.replace(card.id(), library.chunks(card.id()), embeddings);
            } else {
                library.forget(card.id());
            }
        }
        library.saveIndexGeneration(index.generation());
    }

    private void readAll(List<FoundFile> files, RunLog log) {
        ConcurrentLinkedQueue<FoundFile> queue = new ConcurrentLinkedQueue<>(files);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                Math.max(1, Math.min(options.threads(), files.size())),
                Thread.ofPlatform().name("ingest-", 0).factory())) {
            List<Future<?>> workers = Stream.generate(() -> pool.submit(() -> work(queue, log)))
                    .limit(Math.min(options.threads(), files.size()))
                    .<Future<?>>map(worker -> worker)
                    .toList();
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            queue.clear();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            queue.clear();
            Thread.currentThread().interrupt();
        }
    }

    private void work(ConcurrentLinkedQueue<FoundFile> queue, RunLog log) {
        for (FoundFile file = queue.poll(); file != null; file = queue.poll()) {
            FileState seen =
                    new FileState(file.id(), file.size(), trusted(file.modified()), "", FileState.READER, null);
            try {
                read(file, seen, log);
            } catch (UnreadableFileException e) {
                skip(file, seen, e, log);
            }
        }
    }

    /** A time too fresh to tell a later change from: such a file is read again next time. */
    private Instant trusted(Instant modified) {
        return modified.isBefore(clock.instant().minus(CLOCK_TICK)) ? modified : FileState.UNTRUSTED;
    }

    private void read(FoundFile file, FileState seen, RunLog log) {
        DocumentReader reader = readers.forName(SourceFile.nameOf(file.id()))
                .orElseThrow(() -> new UnreadableFileException(SkipReason.UNSUPPORTED));
        if (file.size() > options.mostBytes()) {
            throw new UnreadableFileException(SkipReason.TOO_LARGE, "more than " + options.mostBytes() + " bytes");
        }
        if (file.size() == 0) {
            throw new UnreadableFileException(SkipReason.EMPTY);
        }
        SourceFile source = source(file);
        FileState state = seen.withHash(source.hash());
        if (log.hasSameBytes(state)) {
            log.unchanged(state);
            return;
        }
        Document document = readers.readApart(reader, source);
        List<Chunk> chunks = chunker.chunk(document);
        if (chunks.isEmpty()) {
            throw new UnreadableFileException(SkipReason.NO_TEXT);
        }
        index(document, chunks, state, log);
        log.indexed(state);
    }

    private SourceFile source(FoundFile file) {
        try (var in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, options.mostBytes() + 1));
            if (bytes.length > options.mostBytes()) {
                throw new UnreadableFileException(SkipReason.TOO_LARGE);
            }
            return SourceFile.of(file.id(), bytes, file.modified());
        } catch (IOException e) {
            throw new UnreadableFileException(
                    SkipReason.UNREADABLE, e.getClass().getSimpleName());
        }
    }

    private void index(Document document, List<Chunk> chunks, FileState state, RunLog log) {
        long version = library.begin(document, chunks.size(), clock.instant());
        float[][] embeddings = new float[chunks.size()][];
        for (int from = 0; from < chunks.size(); from += BATCH) {
            List<Chunk> batch = chunks.subList(from, Math.min(chunks.size(), from + BATCH));
            List<StoredEncoding> encodings = batch.stream().map(this::encoding).toList();
            for (int i = 0; i < batch.size(); i++) {
                embeddings[from + i] = VectorBytes.exact(encodings.get(i).whole());
            }
            library.add(version, batch, encodings, options.encoder());
            log.chunks(batch.size());
        }
        index.replace(document.id(), chunks, List.of(embeddings));
        library.promote(document.id(), state, index.generation());
    }

    private StoredEncoding encoding(Chunk chunk) {
        return library.encoding(chunk, options.encoder()).orElseGet(() -> StoredEncoding.of(encoder.encode(chunk)));
    }

    private void skip(FoundFile file, FileState seen, UnreadableFileException why, RunLog log) {
        Skipped skipped = new Skipped(file.id().value(), why.reason(), why.words());
        if (log.wasIndexed(file.id())) {
            remove(file.id());
        }
        library.save(List.of((Files.isReadable(file.path()) ? seen : seen.untrusted()).withSkipped(skipped)));
        log.skipped(skipped);
        log.done();
    }

    private void remove(DocumentId id) {
        index.replace(id, List.of(), List.of());
        library.retire(id, index.generation());
    }
}
