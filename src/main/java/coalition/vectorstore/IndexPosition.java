package coalition.vectorstore;

import java.util.Map;
import java.util.Optional;

/**
 * How far an index has followed its table; written with each commit of the index.
 *
 * @param store name of the store it belongs to
 * @param generation last change it holds
 * @param lastKey highest key it has seen
 */
record IndexPosition(String store, long generation, long lastKey) {
    /** Grows with every change of what lies in the index and how; an index of another version is rebuilt. */
    private static final String FORMAT = "1";

    Map<String, String> written() {
        return Map.of(
                "format",
                FORMAT,
                "store",
                store,
                "generation",
                Long.toString(generation),
                "lastKey",
                Long.toString(lastKey));
    }

    /** Empty where it was written by another version, or not by a store. */
    static Optional<IndexPosition> read(Map<String, String> written) {
        if (!FORMAT.equals(written.get("format"))) {
            return Optional.empty();
        }
        return Optional.of(new IndexPosition(
                written.getOrDefault("store", ""),
                Long.parseLong(written.getOrDefault("generation", "0")),
                Long.parseLong(written.getOrDefault("lastKey", "0"))));
    }
}
