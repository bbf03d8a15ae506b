package coalition.vectorstore;

/** LangChain4j's own tests of every filter, with nothing kept beside the index. */
class IndexedFilteringContractTest extends H2EmbeddingStoreFilteringContractTest {
    @Override
    StoreOptions options() {
        return Stores.QUICK.withNewest(0);
    }
}
