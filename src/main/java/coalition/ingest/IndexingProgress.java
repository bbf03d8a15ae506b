package coalition.ingest;

/** Hears how far indexing is. Called from several threads, one at a time. */
public interface IndexingProgress {
    /**
     * Called after each batch of chunks and each document.
     *
     * @param documents documents finished, of those that are new or changed
     * @param total how many of those there are
     * @param chunks chunks finished in this run
     * @param chunksASecond how fast
     */
    void at(int documents, int total, int chunks, double chunksASecond);

    /** Says nothing to nobody. */
    static IndexingProgress silent() {
        return (documents, total, chunks, chunksASecond) -> {};
    }
}
