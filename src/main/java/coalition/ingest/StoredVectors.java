package coalition.ingest;

import coalition.document.Chunk;
import coalition.model.Encoding;
import coalition.retrieval.ChunkKey;
import coalition.retrieval.ChunkVectors;
import coalition.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors in the library's database, numbers rounded to a byte. Safe for several threads. */
public final class StoredVectors implements ChunkVectors {
    private static final int SENTENCES_AT_HAND = 4000;
    private static final int TOKENS_AT_HAND = 64;

    private final Database database;
    private final Recent<ChunkKey, List<float[]>> sentences = new Recent<>(SENTENCES_AT_HAND);
    private final Recent<ChunkKey, Encoding> tokens = new Recent<>(TOKENS_AT_HAND);

    /** The database that {@link IndexedLibrary} uses. */
    public StoredVectors(Database database) {
        this.database = database;
    }

    @Override
    public List<float[]> sentences(Chunk chunk) {
        ChunkKey key = ChunkKey.of(chunk);
        Optional<List<float[]>> known = sentences.get(key);
        if (known.isEmpty()) {
            prepare(List.of(chunk));
            known = sentences.get(key);
        }
        return known.orElse(List.of());
    }

    @Override
    public void prepare(Collection<Chunk> chunks) {
        List<ChunkKey> missing = chunks.stream()
                .map(ChunkKey::of)
                .filter(key -> sentences.get(key).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            Map<ChunkKey, byte[]> read = database.read(connection -> LibraryReading.sentences(connection, missing));
            read.forEach((key, bytes) -> sentences.put(key, List.copyOf(VectorBytes.rounded(bytes))));
        }
    }

    @Override
    public Optional<Encoding> tokens(Chunk chunk) {
        ChunkKey key = ChunkKey.of(chunk);
        Optional<Encoding> known = tokens.get(key);
        if (known.isEmpty()) {
            known = read(key);
            known.ifPresent(encoding -> tokens.put(key, encoding));
        }
        return known;
    }

    private Optional<Encoding> read(ChunkKey key) {
        return database.read(connection -> {
            byte[] bytes = LibraryReading.tokens(connection, List.of(key)).get(key);
            byte[] whole = LibraryReading.wholes(connection, List.of(key)).get(key);
            return bytes == null || whole == null
                    ? Optional.empty()
                    : Optional.of(VectorBytes.tokens(bytes, VectorBytes.exact(whole)));
        });
    }
}
