package coalition.vectorstore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an index that is empty or behind to where the table is: most of it beside the writer, the rest on its thread. */
final class IndexRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int SLICE = 500;
    private static final int ENTRIES_A_REPORT = 20_000;

    private final StoreFile file;
    private final EntryIndex index;
    private final Path folder;
    private long generation;
    private long key;

    /** @param from the last generation and the highest key that the index holds */
    IndexRebuild(StoreFile file, EntryIndex index, Path folder, IndexPosition from) {
        this.file = file;
        this.index = index;
        this.folder = folder;
        this.generation = from.generation();
        this.key = from.lastKey();
    }

    EntryIndex index() {
        return index;
    }

    /** Adds the entries that are new, slice by slice, while others write. */
    void follow(AtomicBoolean stopping) throws IOException {
        long total = file.read(EntryTable::count);
        long done = 0;
        for (List<Entry> slice = slice(); !slice.isEmpty(); slice = slice()) {
            if (stopping.get()) {
                throw new StoreException("the store in '" + folder + "' was closed");
            }
            add(slice);
            done += slice.size();
            if (done % ENTRIES_A_REPORT == 0) {
                LOG.info("the index in '{}' has {} of {} entries", folder, done, total);
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
