package coalition.vectorstore;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an index that is empty or behind to where the table is: most of it beside the writer, the rest on its thread. */
final class IndexRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int SLICE = 500;
    private static final int LEAST_ENTRIES_A_REPORT = 5_000;
    private static final int MOST_REPORTS = 20;

    private final StoreFile file;
    private final EntryIndex index;
    private final boolean verified;
    private long generation;
    private long key;

    /** @param from the last generation and the highest key that the index holds */
    IndexRebuild(StoreFile file, EntryIndex index, boolean verified, IndexPosition from) {
        this.file = file;
        this.index = index;
        this.verified = verified;
        this.generation = from.generation();
        this.key = from.lastKey();
    }

    EntryIndex index() {
        return index;
    }

    /** The last generation that the index holds whole. */
    long generation() {
        return generation;
    }

    /** Whether every byte of the index was read and found good. */
    boolean isVerified() {
        return verified;
    }

    /** Whether the index holds all that the table did in this state. */
    boolean isDone(StoreState state) {
        return generation == state.generation();
    }

    /** At most how many entries are to be added. */
    long entriesLeft(StoreState state) {
        return state.lastKey() - key;
    }

    /** Adds the entries that are new, slice by slice, while others write. */
    void follow(AtomicBoolean stopping) throws IOException {
        long total = file.read(EntryTable::count);
        long done = 0;
        long reported = 0;
        for (List<Entry> slice = slice(); !slice.isEmpty(); slice = slice()) {
            if (stopping.get()) {
                throw new StoreException("the store in '" + file.folder() + "' was closed");
            }
            add(slice);
            done += slice.size();
            if (done >= reported + Math.max(LEAST_ENTRIES_A_REPORT, total / MOST_REPORTS)) {
                LOG.info("the index of '{}' has {} of {} entries", file.folder(), done, total);
                reported = done;
            }
        }
    }

    /** Adds and removes the rest; on the writer thread. */
    void complete(StoreState state) throws IOException {
        if (state.cleared() > generation) {
            index.clear();
            key = 0;
        }
        long since = generation;
        for (List<Entry> slice = slice(); !slice.isEmpty(); slice = slice()) {
            add(slice);
        }
        index.remove(file.read(session -> EntryTable.removedAfter(session, since)));
        generation = state.generation();
        index.publish();
    }

    private List<Entry> slice() {
        long after = key;
        return file.read(session -> EntryTable.after(session, after, SLICE));
    }

    private void add(List<Entry> slice) throws IOException {
        index.add(slice);
        key = slice.getLast().key();
    }
}
