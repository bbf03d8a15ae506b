package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Span;
import coalition.retrieval.ChunkKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements that read the library's tables. */
final class LibraryReading {
    private static final String CHUNK =
            "select d.id, d.hash, d.title, c.ordinal, c.headings, c.page, c.start_at, c.end_at, c.text, c.sentences"
                    + " from document d join chunk c on c.version = d.version where ";
    private static final String DOCUMENT =
            "select id, hash, title, text, modified, structure from document where id = ? and ";

    private LibraryReading() {}

    static List<DocumentCard> cards(Connection connection) throws SQLException {
        return list(
                connection,
                "select id, hash, title, chunks, characters, modified, indexed from document where is_current order by id",
                row -> new DocumentCard(
                        new DocumentId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        instant(row, 6),
                        instant(row, 7)));
    }

    static Optional<Document> document(Connection connection, DocumentId id) throws SQLException {
        return list(connection, DOCUMENT + "is_current", LibraryReading::document, id.value()).stream()
                .findFirst();
    }

    static Optional<Document> document(Connection connection, DocumentId id, String hash) throws SQLException {
        return list(connection, DOCUMENT + "hash = ?", LibraryReading::document, id.value(), hash).stream()
                .findFirst();
    }

    static List<Chunk> chunks(Connection connection, DocumentId id) throws SQLException {
        return list(
                connection, CHUNK + "d.id = ? and d.is_current order by c.ordinal", LibraryReading::chunk, id.value());
    }

    static Map<ChunkKey, Chunk> chunks(Connection connection, Collection<ChunkKey> keys) throws SQLException {
        Map<ChunkKey, Chunk> chunks = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(CHUNK + "d.id = ? and d.hash = ? and c.ordinal = ?")) {
            for (ChunkKey key : keys) {
                query.setString(1, key.document().value());
                query.setString(2, key.hash());
                query.setInt(3, key.ordinal());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        chunks.put(key, chunk(row));
                    }
                }
            }
        }
        return chunks;
    }

    /** The vectors that were made of a text; empty where there are none of this encoder. */
    static Optional<StoredEncoding> encoding(Connection connection, byte[] textHash, String encoder)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select whole, sentences, tokens from chunk_vectors where text_hash = ? and encoder = ? fetch first row only")) {
            query.setBytes(1, textHash);
            query.setString(2, encoder);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredEncoding(row.getBytes(1), row.getBytes(2), row.getBytes(3)))
                        : Optional.empty();
            }
        }
    }

    /** The versions that are not indexed and have vectors still. */
    static List<Long> unused(Connection connection) throws SQLException {
        return list(
                connection,
                "select d.version from document d where not d.is_current and exists"
                        + " (select 1 from chunk_vectors v where v.version = d.version and v.ordinal = 0)",
                row -> row.getLong(1));
    }

    static List<float[]> embeddings(Connection connection, DocumentId id) throws SQLException {
        return list(
                connection,
                "select v.whole from document d join chunk_vectors v on v.version = d.version where d.id = ? and"
                        + " d.is_current order by v.ordinal",
                row -> VectorBytes.exact(row.getBytes(1)),
                id.value());
    }

    static Map<ChunkKey, byte[]> sentences(Connection connection, Collection<ChunkKey> keys) throws SQLException {
        return vectors(connection, "v.sentences", keys);
    }

    static Map<ChunkKey, byte[]> tokens(Connection connection, Collection<ChunkKey> keys) throws SQLException {
        return vectors(connection, "v.tokens", keys);
    }

    static Map<ChunkKey, byte[]> wholes(Connection connection, Collection<ChunkKey> keys) throws SQLException {
        return vectors(connection, "v.whole", keys);
    }

    private static Map<ChunkKey, byte[]> vectors(Connection connection, String column, Collection<ChunkKey> keys)
            throws SQLException {
        Map<ChunkKey, byte[]> vectors = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("select " + column + " from document d join"
                + " chunk_vectors v on v.version = d.version where d.id = ? and d.hash = ? and v.ordinal = ?")) {
            for (ChunkKey key : keys) {
                query.setString(1, key.document().value());
                query.setString(2, key.hash());
                query.setInt(3, key.ordinal());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        vectors.put(key, row.getBytes(1));
                    }
                }
            }
        }
        return vectors;
    }

    static Map<DocumentId, FileState> files(Connection connection) throws SQLException {
        Map<DocumentId, FileState> files = new HashMap<>();
        list(connection, "select id, size, modified, hash, reader, skipped, detail from folder_file", row -> {
                    String skipped = row.getString(6);
                    String id = row.getString(1);
                    return new FileState(
                            new DocumentId(id),
                            row.getLong(2),
                            instant(row, 3),
                            row.getString(4),
                            row.getInt(5),
                            skipped == null ? null : new Skipped(id, SkipReason.valueOf(skipped), row.getString(7)));
                })
                .forEach(file -> files.put(file.id(), file));
        return files;
    }

    static List<String> texts(Connection connection) throws SQLException {
        return list(
                connection,
                "select c.text from chunk c join document d on d.version = c.version where d.is_current",
                row -> row.getString(1));
    }

    static long generation(Connection connection) throws SQLException {
        return list(connection, "select generation from library_state", row -> row.getLong(1))
                .get(0);
    }

    static long indexGeneration(Connection connection) throws SQLException {
        return list(connection, "select index_generation from library_state", row -> row.getLong(1))
                .get(0);
    }

    static Optional<byte[]> vocabulary(Connection connection) throws SQLException {
        return list(
                        connection,
                        "select vocabulary from library_state where vocabulary is not null",
                        row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    private static Document document(ResultSet row) throws SQLException {
        return DocumentBytes.document(
                new DocumentId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                row.getBytes(6));
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        Span span = new Span(row.getInt(7), row.getInt(8));
        String text = row.getString(9);
        String headings = row.getString(5);
        return new Chunk(
                new DocumentId(row.getString(1)),
                row.getString(2),
                row.getInt(4),
                row.getString(3),
                headings.isEmpty() ? List.of() : List.of(headings.split("\n")),
                row.getInt(6),
                span,
                text,
                DocumentBytes.sentences(span, text, row.getBytes(10)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> List<T> list(Connection connection, String sql, Row<T> reading, String... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
