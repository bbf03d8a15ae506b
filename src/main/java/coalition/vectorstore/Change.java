package coalition.vectorstore;

import java.util.List;

/**
 * What one change did to the table, for the index to follow.
 *
 * @param state the table's state after it
 * @param cleared whether everything was removed before the entries were added
 * @param removed keys
 * @param added entries
 */
record Change(StoreState state, boolean cleared, List<Long> removed, List<Entry> added) {}
