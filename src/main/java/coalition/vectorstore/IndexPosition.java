package coalition.vectorstore;

import java.util.Map;
import java.util.Optional;

/**
 * How far an index has followed its table; written with each commit of the index.
 *
 * @param store name of the store it belongs to
 * @param mark the commit's own name, which the table knows too; a table that was put back from a backup does not know it
 * @param generation last change it holds
 * @param lastKey highest key it has seen
 */
record IndexPosition(String store, String mark, long generation, long lastKey) {
    /** Grows with every change of what lies in the index and how; an index of another version is rebuilt. */
    private static final String FORMAT = "1";

    /** Before everything: where a rebuild begins while the table is at this generation. */
    static IndexPosition start(StoreState state) {
        return new IndexPosition(state.name(), "", state.generation(), 0);
    }

    /** Where the table is. */
    static IndexPosition of(StoreState state) {
        return new IndexPosition(state.name(), state.mark(), state.generation(), state.lastKey());
    }

    Map<String, String> written() {
        return Map.of(
                "format", FORMAT,
                "store", store,
                "mark", mark,
                "generation", Long.toString(generation),
                "lastKey", Long.toString(lastKey));
    }

    /** Empty where it was written by another version, or not by a store. */
    static Optional<IndexPosition> read(Map<String, String> written) {
        if (!FORMAT.equals(written.get("format"))) {
            return Optional.empty();
        }
        return Optional.of(new IndexPosition(
                written.getOrDefault("store", ""),
                written.getOrDefault("mark", ""),
                Long.parseLong(written.getOrDefault("generation", "0")),
                Long.parseLong(written.getOrDefault("lastKey", "0"))));
    }

    /** What keeps an index at this position from following the table; empty where nothing does. */
    Optional<String> fault(StoreState state) {
        if (!store.equals(state.name())) {
            return Optional.of("it belongs to another store");
        }
        if (!mark.equals(state.mark()) && !mark.equals(state.markBefore())) {
            return Optional.of("it is of generation " + generation + " of another course of changes");
        }
        if (generation > state.generation() || generation < state.cleared()) {
            return Optional.of("it is of generation " + generation + ", the table of " + state.generation());
        }
        return Optional.empty();
    }
}
