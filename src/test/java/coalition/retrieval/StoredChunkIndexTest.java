package coalition.retrieval;

import coalition.vectorstore.H2EmbeddingStore;
import coalition.vectorstore.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class StoredChunkIndexTest extends ChunkIndexContract {
    @TempDir
    private Path folder;

    private final List<H2EmbeddingStore> open = new ArrayList<>();

    @Override
    ChunkIndex unit() {
        H2EmbeddingStore store =
                H2EmbeddingStore.open(folder, StoreOptions.standard().withForced(false));
        open.add(store);
        return new StoredChunkIndex(store);
    }

    @AfterEach
    void close() {
        open.forEach(H2EmbeddingStore::close);
    }
}
