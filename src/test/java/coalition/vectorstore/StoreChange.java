package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A change that follows from a seed and a number alone, so that a process can make it and another can say what it must have left.
 *
 * @param kind what is done
 * @param document to which document
 * @param version what its texts say
 * @param size how many entries
 */
record StoreChange(Kind kind, String document, int version, int size) {
    private static final int DOCUMENTS = 8;

    enum Kind {
        ADD,
        REPLACE,
        REMOVE_IDS,
        REMOVE_DOCUMENT,
        REMOVE_EVERYTHING,
        COMPACT,
        REOPEN
    }

    static StoreChange of(long seed, int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        String document = "d" + random.nextInt(DOCUMENTS);
        int size = 1 + random.nextInt(12);
        return switch (random.nextInt(24)) {
            case 0 -> new StoreChange(Kind.REOPEN, document, number, 0);
            case 1 -> new StoreChange(Kind.ADD, document, number, 200);
            case 2, 3 -> new StoreChange(Kind.REMOVE_IDS, document, number, size);
            case 4, 5 -> new StoreChange(Kind.REMOVE_DOCUMENT, document, number, 0);
            case 6 ->
                random.nextInt(6) == 0
                        ? new StoreChange(Kind.REMOVE_EVERYTHING, document, number, 0)
                        : new StoreChange(Kind.REPLACE, document, number, size);
            case 7 -> new StoreChange(Kind.COMPACT, document, number, 0);
            case 8, 9, 10, 11, 12 -> new StoreChange(Kind.REPLACE, document, number, size);
            default -> new StoreChange(Kind.ADD, document, number, 1);
        };
    }

    /** Makes the change; all but {@link Kind#REOPEN}. */
    void on(H2EmbeddingStore store) {
        switch (kind) {
            case ADD -> Stores.addDocument(store, document, version, size);
            case REPLACE -> Stores.replaceDocument(store, document, version, size);
            case REMOVE_IDS -> store.removeAll(Stores.ids(document, size));
            case REMOVE_DOCUMENT -> store.removeAll(Stores.of(document));
            case REMOVE_EVERYTHING -> store.removeAll();
            case COMPACT -> store.compact();
            case REOPEN -> throw new IllegalStateException("only its owner can reopen a store");
        }
    }

    /** What texts there are by id once this was done to these. */
    Map<String, String> on(Map<String, String> contents) {
        Map<String, String> after = new TreeMap<>(contents);
        switch (kind) {
            case REMOVE_IDS -> after.keySet().removeAll(Stores.ids(document, size));
            case REMOVE_DOCUMENT, REPLACE -> after.keySet().removeIf(id -> id.startsWith(document + "-"));
            case REMOVE_EVERYTHING -> after.clear();
            case ADD, COMPACT, REOPEN -> {}
        }
        if (kind == Kind.ADD || kind == Kind.REPLACE) {
            List<TextSegment> segments = Stores.segments(document, version, size);
            for (int i = 0; i < size; i++) {
                after.put(document + "-" + i, segments.get(i).text());
            }
        }
        return after;
    }
}
