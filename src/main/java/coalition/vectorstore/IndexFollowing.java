package coalition.vectorstore;

import java.io.IOException;
import java.util.UUID;

/**
 * How an index follows its table: small additions are kept beside it at first, everything else goes into it at once together with
 * them; after some thousand changes it is committed. All on the writer thread.
 */
final class IndexFollowing {
    private static final int CHANGES_A_COMMIT = 5_000;

    private final StoreFile file;
    private final int newest;
    private int uncommitted;
    private long committed;

    /** @param newest how many entries to keep beside the index before they are due to go into it */
    IndexFollowing(StoreFile file, int newest) {
        this.file = file;
        this.newest = newest;
    }

    /** Takes up an index that was committed at this generation. */
    void from(long generation) {
        committed = generation;
    }

    /**
     * Shows the change to the searches that begin from now on.
     *
     * @return whether the newest entries have become due: to be settled soon
     */
    boolean apply(EntryIndex index, Change change) throws IOException {
        uncommitted += change.removed().size() + change.added().size();
        int before = index.newest();
        int after = before + change.added().size();
        boolean onlyAdds = !change.cleared() && change.removed().isEmpty();
        if (onlyAdds && after <= 2 * newest && NewestEntries.mayTake(change.added())) {
            index.keep(change.added());
            return before < newest && after >= newest;
        }
        index.takeNewest();
        if (change.cleared()) {
            index.clear();
        }
        index.remove(change.removed());
        index.add(change.added());
        index.publish();
        if (change.cleared()) {
            commit(index);
        } else {
            commitWhereDue(index);
        }
        return false;
    }

    /** Puts the newest entries into the index. */
    void settle(EntryIndex index) throws IOException {
        index.takeNewest();
        index.publish();
        commitWhereDue(index);
    }

    private void commitWhereDue(EntryIndex index) throws IOException {
        if (uncommitted >= CHANGES_A_COMMIT) {
            commit(index);
        }
    }

    /** Commits the index under a new mark; what was removed before the last commit is forgotten. */
    void commit(EntryIndex index) throws IOException {
        index.takeNewest();
        index.publish();
        StoreState state = file.tidy(session -> {
            StoreState marked =
                    EntryTable.state(session).marked(UUID.randomUUID().toString());
            EntryTable.save(session, marked);
            EntryTable.forget(session, committed);
            return marked;
        });
        index.commit(IndexPosition.of(state));
        committed = state.generation();
        uncommitted = 0;
    }

    /** Commits where anything changed since the last commit. */
    void commitChanges(EntryIndex index) throws IOException {
        if (uncommitted > 0) {
            commit(index);
        }
    }
}
