package coalition.vectorstore;

class InMemoryHybridStoreTest extends HybridEmbeddingStoreContract {
    private final HybridEmbeddingStore store = new InMemoryHybridStore();

    @Override
    HybridEmbeddingStore store() {
        return store;
    }
}
