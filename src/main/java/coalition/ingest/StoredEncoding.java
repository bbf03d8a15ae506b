package coalition.ingest;

/** A chunk's vectors as they are stored; the arrays are not to be changed. */
@SuppressWarnings("ArrayRecordComponent")
record StoredEncoding(byte[] whole, byte[] sentences, byte[] tokens) {
    static StoredEncoding of(ChunkEncoding encoding) {
        return new StoredEncoding(
                VectorBytes.exact(encoding.whole()),
                VectorBytes.rounded(encoding.sentences()),
                VectorBytes.tokens(encoding.tokens()));
    }
}
