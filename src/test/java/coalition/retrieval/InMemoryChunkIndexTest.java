package coalition.retrieval;

class InMemoryChunkIndexTest extends ChunkIndexContract {
    @Override
    ChunkIndex unit() {
        return new InMemoryChunkIndex();
    }
}
