package coalition.vectorstore;

/** The same contract with nothing kept beside the index. */
class IndexedHybridStoreTest extends H2HybridStoreTest {
    @Override
    StoreOptions options() {
        return Stores.QUICK.withNewest(0);
    }
}
