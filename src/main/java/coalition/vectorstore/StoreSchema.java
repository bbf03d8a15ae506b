package coalition.vectorstore;

import java.util.List;

/** Makes the tables of a new store and looks whether those of an old one are understood. */
final class StoreSchema {
    private StoreSchema() {}

    /**
     * The state of the store in the file.
     *
     * @throws StoreException when a newer version wrote it
     */
    static StoreState open(StoreFile file) {
        StoreState state = file.read(EntryTable::find)
                .orElseGet(() -> file.write(session -> {
                    EntryTable.create(session);
                    return EntryTable.state(session);
                }));
        if (state.format() > EntryTable.FORMAT) {
            throw new StoreException("cannot open the store in '" + file.folder() + "': its format is " + state.format()
                    + ", this version knows up to " + EntryTable.FORMAT
                    + "; use the version that wrote it, or a newer one");
        }
        return state.dimension() == 0 ? withDimension(file, state) : state;
    }

    /** Where the process died while everything was being removed, the state may say so and the entries still be there. */
    private static StoreState withDimension(StoreFile file, StoreState state) {
        List<Entry> first = file.read(session -> EntryTable.after(session, 0, 1));
        if (first.isEmpty()) {
            return state;
        }
        StoreState found = state.of(first.getFirst().embedding().dimension());
        return file.write(session -> {
            EntryTable.save(session, found);
            return found;
        });
    }
}
