package coalition.vectorstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index equal to the table: opens it, lets it catch up, applies each change, commits now and then, and has it rebuilt in
 * the background when it is missing, damaged or foreign.
 */
final class IndexKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final long VERIFIED_AT_OPENING = 32L << 20;
    private static final long CAUGHT_UP_AT_OPENING = 1_000;
    private static final int CHANGES_A_COMMIT = 5_000;

    private final StoreFile file;
    private final WriterThread writer;
    private final Path folder;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable EntryIndex ready;
    private volatile CompletableFuture<Void> building = CompletableFuture.completedFuture(null);
    private int uncommitted;

    /** A search over a whole generation. */
    @FunctionalInterface
    interface Search<T> {
        T with(IndexSearcher searcher) throws IOException, StaleSearchException;
    }

    IndexKeeper(StoreFile file, WriterThread writer) {
        this.file = file;
        this.writer = writer;
        this.folder = file.folder().resolve("index");
    }

    /** Opens the index, or begins to rebuild it. */
    void open(StoreState state) {
        if (state.lastKey() == 0) {
            ready = fresh();
            return;
        }
        EntryIndex index;
        try {
            index = EntryIndex.open(folder);
        } catch (IOException | RuntimeException e) {
            rebuild("it cannot be read: " + e.getMessage());
            return;
        }
        Optional<String> fault = fault(index, state);
        if (fault.isPresent()) {
            closeQuietly(index);
            rebuild(fault.get());
            return;
        }
        catchUp(index, state);
    }

    private static Optional<String> fault(EntryIndex index, StoreState state) {
        try {
            Optional<IndexPosition> position = index.position();
            if (position.isEmpty()) {
                return Optional.of("another version wrote it");
            }
            if (!position.get().store().equals(state.name())) {
                return Optional.of("it belongs to another store");
            }
            long generation = position.get().generation();
            if (generation > state.generation() || generation < state.cleared()) {
                return Optional.of("it is of generation " + generation + ", the table of " + state.generation());
            }
            if (index.bytes() <= VERIFIED_AT_OPENING) {
                index.verify();
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("it is damaged: " + e.getMessage());
        }
    }

    private void catchUp(EntryIndex index, StoreState state) {
        IndexPosition position;
        try {
            position = index.position().orElseThrow();
        } catch (IOException e) {
            rebuild("it is damaged: " + e.getMessage());
            return;
        }
        if (position.generation() == state.generation()) {
            ready = index;
            return;
        }
        LOG.info(
                "the index in '{}' follows from generation {} to {}",
                folder,
                position.generation(),
                state.generation());
        IndexRebuild rebuild = new IndexRebuild(file, index, folder, position);
        if (state.lastKey() - position.lastKey() <= CAUGHT_UP_AT_OPENING) {
            finish(rebuild);
        } else {
            inBackground(() -> followAndFinish(rebuild));
        }
    }

    /** Runs the search on the index; on its own where there is none yet and {@code scan} says so. */
    <T> T search(Search<T> search, Scan<T> scan) {
        while (true) {
            EntryIndex index = ready;
            if (index == null) {
                Optional<T> scanned = scan.attempt();
                if (scanned.isPresent()) {
                    return scanned.get();
                }
                building.join();
                continue;
            }
            try {
                return onceOn(index, search);
            } catch (StaleSearchException | AlreadyClosedException e) {
                LOG.debug("a search begins again", e);
            } catch (IOException | IndexOutOfBoundsException e) {
                discard(index, "it cannot be searched: " + e);
            }
        }
    }

    /** What is done without an index; empty where the table is too long for that. */
    @FunctionalInterface
    interface Scan<T> {
        Optional<T> attempt();
    }

    private static <T> T onceOn(EntryIndex index, Search<T> search) throws IOException, StaleSearchException {
        IndexSearcher searcher = index.acquire();
        try {
            return search.with(searcher);
        } finally {
            EntryIndex.release(searcher);
        }
    }

    /** Follows a change of the table; on the writer thread. A failure costs the index, never the change. */
    void apply(Change change) {
        EntryIndex index = ready;
        if (index == null) {
            return;
        }
        try {
            if (change.cleared()) {
                index.clear();
            }
            index.remove(change.removed());
            index.add(change.added());
            index.publish();
            uncommitted += change.removed().size() + change.added().size();
            if (uncommitted >= CHANGES_A_COMMIT || change.cleared()) {
                commit(index, change.state());
            }
        } catch (IOException | RuntimeException e) {
            discard(index, "it cannot be written: " + e);
        }
    }

    private void commit(EntryIndex index, StoreState state) throws IOException {
        index.commit(new IndexPosition(state.name(), state.generation(), state.lastKey()));
        uncommitted = 0;
        file.tidy(session -> {
            EntryTable.forget(session, state.generation());
            return true;
        });
    }

    private synchronized void discard(EntryIndex index, String reason) {
        if (ready == index && !closing.get()) {
            ready = null;
            closeQuietly(index);
            rebuild(reason);
        }
    }

    private void rebuild(String reason) {
        LOG.warn("the index in '{}' is rebuilt from the table: {}", folder, reason);
        inBackground(() -> {
            IndexPosition start =
                    new IndexPosition("", file.read(EntryTable::state).generation(), 0);
            followAndFinish(new IndexRebuild(file, fresh(), folder, start));
            LOG.info("the index in '{}' is rebuilt", folder);
        });
    }

    private void inBackground(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        building = done;
        Thread.ofPlatform().daemon().name("store-index").start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                if (!closing.get()) {
                    LOG.error("the index in '{}' cannot be rebuilt", folder, e);
                }
                done.completeExceptionally(e);
            }
        });
    }

    private EntryIndex fresh() {
        try {
            Files.createDirectories(folder);
            return EntryIndex.create(folder);
        } catch (IOException e) {
            throw new StoreException("cannot make the index in '" + folder + "': " + e, e);
        }
    }

    private void followAndFinish(IndexRebuild rebuild) {
        try {
            rebuild.follow(closing);
        } catch (IOException e) {
            throw new StoreException("cannot write the index in '" + folder + "': " + e, e);
        }
        finish(rebuild);
    }

    private void finish(IndexRebuild rebuild) {
        writer.run(() -> {
            StoreState state = file.read(EntryTable::state);
            rebuild.complete(state);
            commit(rebuild.index(), state);
            ready = rebuild.index();
            return true;
        });
    }

    /** Waits until there is an index. */
    void await() {
        building.join();
    }

    private static void closeQuietly(EntryIndex index) {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("an index did not close", e);
        }
    }

    /** Commits what the index is ahead of its files, and closes it; on the writer thread. */
    @Override
    public void close() {
        closing.set(true);
        EntryIndex index = ready;
        if (index == null) {
            return;
        }
        try {
            if (uncommitted > 0) {
                commit(index, file.read(EntryTable::state));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the index in '{}' was not written and will be rebuilt: {}", folder, e.toString());
        }
        ready = null;
        closeQuietly(index);
    }
}
