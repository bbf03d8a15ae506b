package coalition;

import coalition.answer.AnswerLog;
import coalition.answer.ModelLog;
import coalition.answer.Spend;
import coalition.answer.VerifiedAnswers;
import coalition.conversation.H2Conversations;
import coalition.feedback.StoredFeedbackLog;
import coalition.ingest.IndexedLibrary;
import coalition.ingest.IndexingProgress;
import coalition.ingest.Ingest;
import coalition.ingest.IngestOptions;
import coalition.ingest.IngestReport;
import coalition.ingest.StoredVectors;
import coalition.model.ModelFiles;
import coalition.model.Models;
import coalition.retrieval.ChunkVectors;
import coalition.retrieval.HybridRetriever;
import coalition.retrieval.Retriever;
import coalition.retrieval.StoredChunkIndex;
import coalition.slack.SlackFace;
import coalition.storage.Database;
import coalition.storage.Migration;
import coalition.vectorstore.H2EmbeddingStore;
import coalition.vectorstore.StoreException;
import coalition.vectorstore.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is on disk and in the models for one pair of folders: database, index, library. To be closed. */
final class Knowledge implements AutoCloseable {
    /** Every step of the schema, of all rooms. */
    static final List<Migration> MIGRATIONS = Stream.of(
                    IndexedLibrary.MIGRATIONS,
                    H2Conversations.MIGRATIONS,
                    AnswerLog.MIGRATIONS,
                    Spend.MIGRATIONS,
                    ModelLog.MIGRATIONS,
                    VerifiedAnswers.MIGRATIONS,
                    StoredFeedbackLog.MIGRATIONS,
                    SlackFace.MIGRATIONS)
            .flatMap(List::stream)
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

    private final Database database;
    private final H2EmbeddingStore store;
    private final Models models;
    private final IndexedLibrary library;
    private final StoredChunkIndex index;
    private final Ingest ingest;
    private final Path data;

    private Knowledge(Database database, H2EmbeddingStore store, Models models, Path folder, Path data) {
        this.database = database;
        this.store = store;
        this.models = models;
        this.data = data;
        this.library = new IndexedLibrary(database);
        this.index = new StoredChunkIndex(store);
        this.ingest = new Ingest(folder, library, index, models.encoder(), IngestOptions.standard(), Clock.systemUTC());
    }

    /**
     * Opens its database alone.
     *
     * @throws coalition.storage.StorageException when another process uses the data folder, or it cannot be used
     */
    static Database database(Settings settings, Path data) {
        return Database.open(data, settings.storage(), MIGRATIONS);
    }

    /** Opens the rest, and closes the database where that fails. Models are loaded meanwhile, on other threads. */
    static Knowledge open(Database database, Path folder, Path data, Path modelFolder) {
        try {
            int cores = Runtime.getRuntime().availableProcessors();
            Models models = new Models(ModelFiles.in(modelFolder), Math.clamp(cores, 1, 4));
            models.warmUp();
            H2EmbeddingStore store = openIndex(data.resolve("index"));
            return new Knowledge(database, store, models, folder, data);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * The index, made anew where it cannot be opened: it holds nothing that the database has not. Nobody else uses it, since the
     * database beside it is ours.
     */
    private static H2EmbeddingStore openIndex(Path folder) {
        // what is forced to the device is the database
        StoreOptions options = StoreOptions.standard().withForced(false);
        try {
            return H2EmbeddingStore.open(folder, options);
        } catch (StoreException e) {
            LOG.warn("the index in '{}' cannot be opened and is made again: {}", folder, e.getMessage());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException cause) {
                e.addSuppressed(cause);
                throw e;
            }
            return H2EmbeddingStore.open(folder, options);
        }
    }

    /** Reads what changed in the folder. */
    IngestReport update(IndexingProgress progress) {
        return ingest.run(progress);
    }

    Retriever retriever() {
        return new HybridRetriever(index, library, vectors(), models.encoder(), library, library);
    }

    ChunkVectors vectors() {
        return new StoredVectors(database);
    }

    Database database() {
        return database;
    }

    StoredChunkIndex index() {
        return index;
    }

    IndexedLibrary library() {
        return library;
    }

    /** The folder everything lies in. */
    Path data() {
        return data;
    }

    Models models() {
        return models;
    }

    @Override
    public void close() {
        store.close();
        database.close();
        models.close();
    }
}
