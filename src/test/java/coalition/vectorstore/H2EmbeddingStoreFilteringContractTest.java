package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreWithFilteringIT;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j's own tests of an embedding store: every filter. */
class H2EmbeddingStoreFilteringContractTest extends EmbeddingStoreWithFilteringIT {
    @TempDir
    private Path folder;

    private final List<H2EmbeddingStore> opened = new ArrayList<>();

    @Override
    protected EmbeddingStore<TextSegment> embeddingStore() {
        if (opened.isEmpty()) {
            opened.add(H2EmbeddingStore.open(folder, options()));
        }
        return opened.getFirst();
    }

    StoreOptions options() {
        return Stores.QUICK;
    }

    @Override
    protected EmbeddingModel embeddingModel() {
        return WordVectors.MODEL;
    }

    @Override
    protected boolean supportsContains() {
        return true;
    }

    @AfterEach
    void close() {
        opened.forEach(H2EmbeddingStore::close);
    }
}
