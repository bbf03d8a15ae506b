package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreWithoutMetadataIT;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j's own tests of an embedding store: without metadata. */
class H2EmbeddingStoreWithoutMetadataContractTest extends EmbeddingStoreWithoutMetadataIT {
    @TempDir
    private Path folder;

    private final List<H2EmbeddingStore> opened = new ArrayList<>();

    @Override
    protected EmbeddingStore<TextSegment> embeddingStore() {
        if (opened.isEmpty()) {
            opened.add(H2EmbeddingStore.open(folder, StoreOptions.standard().withForced(false)));
        }
        return opened.getFirst();
    }

    @Override
    protected EmbeddingModel embeddingModel() {
        return WordVectors.MODEL;
    }

    @AfterEach
    void close() {
        opened.forEach(H2EmbeddingStore::close);
    }
}
