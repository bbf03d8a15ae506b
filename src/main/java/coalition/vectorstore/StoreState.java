package coalition.vectorstore;

/**
 * The one row that says where the table stands.
 *
 * @param format version of the file's format
 * @param name made at random with the store; an index of another store is refused by it
 * @param generation number of changes so far
 * @param lastKey highest key given to an entry so far
 * @param dimension numbers an embedding; 0 while there was none
 * @param cleared generation of the last removal of everything; an older index is of no use
 * @param mark name of the index's commit that is being made or was made last
 * @param markBefore name of the one before, which is the last where the process died between
 */
record StoreState(
        int format,
        String name,
        long generation,
        long lastKey,
        int dimension,
        long cleared,
        String mark,
        String markBefore) {
    /** The state after one more change. */
    StoreState next(long newLastKey, int newDimension) {
        return new StoreState(format, name, generation + 1, newLastKey, newDimension, cleared, mark, markBefore);
    }

    /** The state after everything was removed. */
    StoreState nextEmpty() {
        return new StoreState(format, name, generation + 1, lastKey, 0, generation + 1, mark, markBefore);
    }

    /** The same state of entries of this dimension. */
    StoreState of(int entryDimension) {
        return new StoreState(format, name, generation, lastKey, entryDimension, cleared, mark, markBefore);
    }

    /** The state while the index makes a commit of this name. */
    StoreState marked(String newMark) {
        return new StoreState(format, name, generation, lastKey, dimension, cleared, newMark, mark);
    }
}
