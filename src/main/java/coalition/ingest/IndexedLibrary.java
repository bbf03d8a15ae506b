package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Library;
import coalition.retrieval.ChunkKey;
import coalition.retrieval.ChunkSource;
import coalition.retrieval.Vocabulary;
import coalition.storage.Database;
import coalition.storage.Migration;
import coalition.storage.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The documents in the database: every version that was ever indexed with its text and chunks, and which of them is indexed now.
 * Safe for several threads.
 */
public final class IndexedLibrary implements Library, ChunkSource, Vocabulary {
    /** The tables it needs. */
    public static final List<Migration> MIGRATIONS = LibrarySchema.MIGRATIONS;

    private static final int CHUNKS_AT_HAND = 4000;

    private final Database database;
    private final AtomicLong generation;
    private final Recent<ChunkKey, Chunk> recent = new Recent<>(CHUNKS_AT_HAND);

    public IndexedLibrary(Database database) {
        this.database = database;
        this.generation = new AtomicLong(database.read(LibraryReading::generation));
    }

    @Override
    public List<DocumentCard> cards() {
        return List.copyOf(database.read(LibraryReading::cards));
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return database.read(connection -> LibraryReading.document(connection, id));
    }

    @Override
    public Optional<Document> find(DocumentId id, String hash) {
        return database.read(connection -> LibraryReading.document(connection, id, hash));
    }

    @Override
    public List<Chunk> chunks(DocumentId id) {
        return List.copyOf(database.read(connection -> LibraryReading.chunks(connection, id)));
    }

    @Override
    public Map<ChunkKey, Chunk> find(Collection<ChunkKey> keys) {
        Map<ChunkKey, Chunk> found = new HashMap<>();
        List<ChunkKey> missing = new ArrayList<>();
        for (ChunkKey key : keys) {
            recent.get(key).ifPresentOrElse(chunk -> found.put(key, chunk), () -> missing.add(key));
        }
        if (!missing.isEmpty()) {
            Map<ChunkKey, Chunk> read = database.read(connection -> LibraryReading.chunks(connection, missing));
            read.forEach(recent::put);
            found.putAll(read);
        }
        return found;
    }

    @Override
    public long generation() {
        return generation.get();
    }

    @Override
    public Map<String, Integer> words() {
        return database.read(LibraryReading::vocabulary).map(WordList::read).orElse(Map.of());
    }

    Map<DocumentId, FileState> files() {
        return database.read(LibraryReading::files);
    }

    Optional<StoredEncoding> encoding(Chunk chunk, String encoder) {
        byte[] hash = Digests.of(chunk.above() + chunk.text());
        return database.read(connection -> LibraryReading.encoding(connection, hash, encoder));
    }

    List<float[]> embeddings(DocumentId id) {
        return database.read(connection -> LibraryReading.embeddings(connection, id));
    }

    long begin(Document document, int chunks, Instant now) {
        long version = database.write(connection -> LibraryWriting.begin(connection, document, chunks, now));
        recent.clear();
        return version;
    }

    void add(long version, List<Chunk> chunks, List<StoredEncoding> encodings, String encoder) {
        write(connection -> {
            LibraryWriting.add(connection, version, chunks, encodings, encoder);
            return true;
        });
    }

    void promote(DocumentId id, FileState file, long indexGeneration) {
        write(connection -> {
            LibraryWriting.promote(connection, id, file.hash());
            LibraryWriting.saveIndexGeneration(connection, indexGeneration);
            LibraryWriting.save(connection, file);
            return true;
        });
        generation.incrementAndGet();
    }

    void retire(DocumentId id, long indexGeneration) {
        write(connection -> {
            LibraryWriting.retire(connection, id);
            LibraryWriting.saveIndexGeneration(connection, indexGeneration);
            return true;
        });
        generation.incrementAndGet();
    }

    void save(Collection<FileState> files) {
        write(connection -> {
            for (FileState file : files) {
                LibraryWriting.save(connection, file);
            }
            return true;
        });
    }

    void forget(DocumentId id) {
        write(connection -> LibraryWriting.update(connection, "delete from folder_file where id = ?", id.value()));
    }

    List<Long> unused() {
        return database.read(LibraryReading::unused);
    }

    /** How far the index had come when it last changed. */
    long indexGeneration() {
        return database.read(LibraryReading::indexGeneration);
    }

    void saveIndexGeneration(long indexGeneration) {
        write(connection -> {
            LibraryWriting.saveIndexGeneration(connection, indexGeneration);
            return true;
        });
    }

    void dropVectors(List<Long> versions) {
        write(connection -> {
            LibraryWriting.dropVectors(connection, versions);
            return true;
        });
    }

    void countWords() {
        byte[] words = WordList.write(database.read(LibraryReading::texts));
        write(connection -> {
            LibraryWriting.saveVocabulary(connection, words);
            return true;
        });
        generation.incrementAndGet();
    }

    private <T> void write(Work<T> work) {
        database.write(work);
    }
}
