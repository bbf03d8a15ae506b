package coalition.vectorstore;

/**
 * How a store behaves.
 *
 * @param keywordWeight weight of the keyword part against a cosine of weight 1, 0 or more
 * @param forced whether each change is forced to the device before it is acknowledged, so that it outlives a power cut; without,
 *     it outlives the death of the process
 * @param scanLimit up to how many entries a search reads the table itself while the index is being rebuilt; beyond, it waits
 * @param newest about how many of the newest entries are kept in memory beside the index before they go into it together, so that
 *     an addition need not wait for the index; each search looks at all of them; 0 for none
 */
public record StoreOptions(double keywordWeight, boolean forced, int scanLimit, int newest) {
    public StoreOptions {
        if (!(keywordWeight >= 0) || Double.isInfinite(keywordWeight)) {
            throw new IllegalArgumentException("a keyword weight of " + keywordWeight);
        }
        if (scanLimit < 0) {
            throw new IllegalArgumentException("a scan limit of " + scanLimit + " entries");
        }
        if (newest < 0) {
            throw new IllegalArgumentException("the newest " + newest + " entries");
        }
    }

    /** Keyword weight 1, forced, scans up to 20,000 entries, keeps 256 of the newest in memory. */
    public static StoreOptions standard() {
        return new StoreOptions(1.0, true, 20_000, 256);
    }

    /** The same with another keyword weight. */
    public StoreOptions withKeywordWeight(double weight) {
        return new StoreOptions(weight, forced, scanLimit, newest);
    }

    /** The same, forced to the device or not. */
    public StoreOptions withForced(boolean toDevice) {
        return new StoreOptions(keywordWeight, toDevice, scanLimit, newest);
    }

    /** The same with another scan limit. */
    public StoreOptions withScanLimit(int entries) {
        return new StoreOptions(keywordWeight, forced, entries, newest);
    }

    /** The same with so many of the newest entries in memory. */
    public StoreOptions withNewest(int entries) {
        return new StoreOptions(keywordWeight, forced, scanLimit, entries);
    }
}
