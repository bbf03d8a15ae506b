package coalition.vectorstore;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final long CAUGHT_UP_AT_OPENING = 1_000;

    private final StoreFile file;
    private final WriterThread writer;
    private final IndexFolder folder;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable EntryIndex ready;
    private final Background building = new Background();
    private final IndexFollowing following;

    /** What is done without an index; empty where the table is too long for that. */
    @FunctionalInterface
    interface Scan<T> {
        Optional<T> attempt();
    }

    /** @param newest how many entries to keep beside the index before they go into it */
    IndexKeeper(StoreFile file, WriterThread writer, int newest) {
        this.file = file;
        this.following = new IndexFollowing(file, newest);
        this.writer = writer;
        this.folder = new IndexFolder(file);
    }

    /** Opens the index, or begins to rebuild it. */
    void open(StoreState state) {
        if (state.lastKey() == 0) {
            ready = folder.create();
            return;
        }
        try {
            IndexRebuild missing = existing(state, false);
            if (missing.isDone(state)) {
                ready = missing.index();
                return;
            }
            inBackground(() -> followAndFinish(missing));
            if (missing.entriesLeft(state) <= CAUGHT_UP_AT_OPENING) {
                building.joinQuietly();
            }
        } catch (IOException e) {
            rebuild(String.valueOf(e.getMessage()));
        }
    }

    private IndexRebuild existing(StoreState state, boolean suspect) throws IOException {
        IndexRebuild existing = folder.open(state, suspect);
        following.from(existing.generation());
        if (!existing.isVerified()) {
            verifyLater(existing.index());
        }
        return existing;
    }

    private void verifyLater(EntryIndex index) {
        Thread.ofPlatform().daemon().name("store-index-check").start(() -> {
            try {
                index.verify();
            } catch (IOException e) {
                discard(index, "it is damaged: " + e.getMessage(), true);
            } catch (AlreadyClosedException e) {
                LOG.debug("closed before it was verified", e);
            }
        });
    }

    /** Runs the search on the index; on its own where there is none yet and {@code scan} can. */
    <T> T search(EntryIndex.Search<T> search, Scan<T> scan) {
        while (true) {
            EntryIndex index = ready;
            if (index == null) {
                Optional<T> scanned = scan.attempt();
                if (scanned.isPresent()) {
                    return scanned.get();
                }
                await();
                continue;
            }
            try {
                return index.search(search);
            } catch (StaleSearchException | AlreadyClosedException e) {
                LOG.debug("a search begins again", e);
            } catch (IOException | IndexOutOfBoundsException e) {
                discard(index, "it cannot be searched: " + e, true);
            }
        }
    }

    /** Follows a change of the table; on the writer thread. A failure costs the index, never the change. */
    void apply(Change change) {
        EntryIndex index = ready;
        if (index == null) {
            tryAgain();
            return;
        }
        try {
            if (following.apply(index, change)) {
                writer.later(this::settled);
            }
        } catch (IOException | RuntimeException e) {
            discard(index, "it cannot be written: " + e, false);
        }
    }

    /** The index, with all entries in it that were kept beside it; empty while there is none. On the writer thread. */
    Optional<EntryIndex> settled() {
        EntryIndex index = ready;
        if (index != null) {
            try {
                following.settle(index);
            } catch (IOException | RuntimeException e) {
                discard(index, "it cannot be written: " + e, false);
            }
        }
        return Optional.ofNullable(ready);
    }

    /** Makes one segment of the index, on which searches are fastest. Not on the writer thread, which goes on. */
    void merge() {
        await();
        EntryIndex index = ready;
        if (index == null) {
            return;
        }
        try {
            writer.run(this::settled);
            index.merge();
            writer.run(() -> {
                if (ready == index) {
                    commitTwice(index);
                }
                return true;
            });
        } catch (AlreadyClosedException e) {
            LOG.debug("another index took its place", e);
        } catch (IOException e) {
            discard(index, "it cannot be merged: " + e, false);
        }
    }

    /** The second time, what was removed before the first is forgotten. */
    private void commitTwice(EntryIndex index) {
        try {
            following.commit(index);
            following.commit(index);
        } catch (IOException | AlreadyClosedException e) {
            discard(index, "it cannot be written: " + e, false);
        }
    }

    /** Makes the index anew in the background. */
    synchronized void rebuild() {
        EntryIndex index = ready;
        if (index != null) {
            ready = null;
            inBackground(() -> {
                index.abandon();
                rebuildNow("it was asked for");
            });
        }
    }

    /** @param suspect whether the index on disk may be damaged too */
    private synchronized void discard(EntryIndex index, String reason, boolean suspect) {
        if (ready != index || closing.get()) {
            return;
        }
        ready = null;
        LOG.warn("the index in '{}' is opened again: {}", folder, reason);
        inBackground(() -> {
            index.abandon();
            try {
                followAndFinish(existing(file.read(EntryTable::state), suspect));
            } catch (IOException e) {
                rebuildNow(String.valueOf(e.getMessage()));
            }
        });
    }

    private synchronized void tryAgain() {
        if (ready == null && building.isDueAgain() && !closing.get()) {
            rebuild("it could not be before");
        }
    }

    private void rebuild(String reason) {
        inBackground(() -> rebuildNow(reason));
    }

    private void rebuildNow(String reason) {
        LOG.warn("the index in '{}' is rebuilt from the table: {}", folder, reason);
        followAndFinish(folder.begin(file.read(EntryTable::state)));
        LOG.info("the index in '{}' is rebuilt", folder);
    }

    private void inBackground(Runnable work) {
        building.start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                if (!closing.get()) {
                    LOG.error("the index in '{}' cannot be rebuilt: {}", folder, e.getMessage());
                }
                throw e;
            }
        });
    }

    private void followAndFinish(IndexRebuild rebuild) {
        try {
            rebuild.follow(closing);
            finish(rebuild);
        } catch (IOException | RuntimeException e) {
            rebuild.index().abandon();
            throw new StoreException("cannot write the index in '" + folder + "': " + e.getMessage(), e);
        }
    }

    private void finish(IndexRebuild rebuild) {
        writer.run(() -> {
            rebuild.complete(file.read(EntryTable::state));
            following.commit(rebuild.index());
            ready = rebuild.index();
            return true;
        });
    }

    /**
     * Waits until there is an index.
     *
     * @throws StoreException when it cannot be made
     */
    void await() {
        try {
            building.join();
        } catch (CompletionException e) {
            tryAgain();
            throw new StoreException(
                    "cannot use the index of '" + file.folder() + "': " + e.getCause()
                            + "; see that the disk has room and can be written",
                    e);
        }
    }

    /** Waits for an index as {@link #await()} does; one that could not be made before is begun again at once. */
    void awaitAnew() {
        building.joinQuietly();
        synchronized (this) {
            if (ready == null && building.hasFailed() && !closing.get()) {
                rebuild("it could not be before");
            }
        }
        await();
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
            following.commitChanges(index);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the index in '{}' was not written and will be rebuilt: {}", folder, StoreException.reason(e));
        }
        ready = null;
        index.abandon();
    }
}
