package coalition.vectorstore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2HybridStoreTest extends HybridEmbeddingStoreContract {
    @TempDir
    private Path folder;

    private final List<H2EmbeddingStore> opened = new ArrayList<>();

    @Override
    HybridEmbeddingStore store() {
        if (opened.isEmpty()) {
            opened.add(H2EmbeddingStore.open(folder, options()));
        }
        return opened.getFirst();
    }

    StoreOptions options() {
        return Stores.QUICK;
    }

    @AfterEach
    void close() {
        opened.forEach(H2EmbeddingStore::close);
    }
}
