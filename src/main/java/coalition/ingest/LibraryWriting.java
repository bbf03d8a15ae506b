package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentId;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The statements that change the library's tables; each to be called within a transaction. */
final class LibraryWriting {
    private LibraryWriting() {}

    /**
     * Writes a version of a document, its chunks to follow; it becomes current by {@link #promote}. One with the same bytes that was
     * left unfinished, or is read anew, is put aside.
     *
     * @return what the chunks are added under
     */
    static long begin(Connection connection, Document document, int chunks, Instant now) throws SQLException {
        boolean current = false;
        try (PreparedStatement query =
                connection.prepareStatement("select is_current from document where id = ? and hash = ?")) {
            query.setString(1, document.id().value());
            query.setString(2, document.hash());
            try (ResultSet row = query.executeQuery()) {
                current = row.next() && row.getBoolean(1);
            }
        }
        update(
                connection,
                "update document set hash = hash || '~' || version, is_current = false where id = ? and hash = ?",
                document.id().value(),
                document.hash());
        return insertDocument(connection, document, chunks, now, current);
    }

    /** Adds chunks to a version that was begun. */
    static void add(
            Connection connection, long version, List<Chunk> chunks, List<StoredEncoding> encodings, String encoder)
            throws SQLException {
        try (PreparedStatement chunk =
                        connection.prepareStatement("insert into chunk (version, ordinal, headings, page,"
                                + " start_at, end_at, text, sentences) values (?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement vectors = connection.prepareStatement("insert into chunk_vectors (version, ordinal,"
                        + " encoder, text_hash, whole, sentences, tokens) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < chunks.size(); i++) {
                set(chunk, version, chunks.get(i));
                chunk.addBatch();
                set(vectors, version, chunks.get(i), encoder, encodings.get(i));
                vectors.addBatch();
            }
            chunk.executeBatch();
            vectors.executeBatch();
        }
    }

    private static long insertDocument(
            Connection connection, Document document, int chunks, Instant now, boolean current) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into document (id, hash, title, text, structure, characters, chunks, modified, indexed,"
                        + " is_current) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, document.id().value());
            insert.setString(2, document.hash());
            insert.setString(3, document.title());
            insert.setCharacterStream(4, new StringReader(document.text()));
            insert.setBytes(5, DocumentBytes.structure(document));
            insert.setInt(6, document.text().length());
            insert.setInt(7, chunks);
            insert.setObject(8, document.modified().atOffset(ZoneOffset.UTC));
            insert.setObject(9, now.atOffset(ZoneOffset.UTC));
            insert.setBoolean(10, current);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void set(PreparedStatement insert, long version, Chunk chunk) throws SQLException {
        insert.setLong(1, version);
        insert.setInt(2, chunk.ordinal());
        insert.setString(3, String.join("\n", chunk.headings()));
        insert.setInt(4, chunk.page());
        insert.setInt(5, chunk.span().start());
        insert.setInt(6, chunk.span().end());
        insert.setString(7, chunk.text());
        insert.setBytes(8, DocumentBytes.sentences(chunk.span(), chunk.sentences()));
    }

    private static void set(
            PreparedStatement insert, long version, Chunk chunk, String encoder, StoredEncoding encoding)
            throws SQLException {
        insert.setLong(1, version);
        insert.setInt(2, chunk.ordinal());
        insert.setString(3, encoder);
        insert.setBytes(4, Digests.of(chunk.above() + chunk.text()));
        insert.setBytes(5, encoding.whole());
        insert.setBytes(6, encoding.sentences());
        insert.setBytes(7, encoding.tokens());
    }

    /** Makes this version of the document the one that is indexed. */
    static void promote(Connection connection, DocumentId id, String hash) throws SQLException {
        update(connection, "update document set is_current = (hash = ?) where id = ?", hash, id.value());
        update(connection, "update library_state set generation = generation + 1");
    }

    /** Takes the document out of what is indexed; its versions stay. */
    static void retire(Connection connection, DocumentId id) throws SQLException {
        update(connection, "update document set is_current = false where id = ?", id.value());
        update(connection, "delete from folder_file where id = ?", id.value());
        update(connection, "update library_state set generation = generation + 1");
    }

    /** Drops the vectors of these versions where they are still not indexed, and what was put aside. */
    static void dropVectors(Connection connection, List<Long> versions) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from chunk_vectors where version = ?"
                + " and version in (select version from document where not is_current)")) {
            for (long version : versions) {
                delete.setLong(1, version);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        update(connection, "delete from document where not is_current and locate('~', hash) > 0");
    }

    static void save(Connection connection, FileState file) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "merge into folder_file (id, size, modified, hash, reader, skipped, detail) values (?, ?, ?, ?, ?, ?, ?)")) {
            merge.setString(1, file.id().value());
            merge.setLong(2, file.size());
            merge.setObject(3, file.modified().atOffset(ZoneOffset.UTC));
            merge.setString(4, file.hash());
            merge.setInt(5, file.reader());
            merge.setString(6, file.whySkipped().map(s -> s.reason().name()).orElse(null));
            merge.setString(7, file.whySkipped().map(Skipped::words).orElse(null));
            merge.executeUpdate();
        }
    }

    /** Notes how far the index had come when it last changed. */
    static void saveIndexGeneration(Connection connection, long generation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update library_state set index_generation = ?")) {
            update.setLong(1, generation);
            update.executeUpdate();
        }
    }

    static void saveVocabulary(Connection connection, byte[] vocabulary) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update library_state set vocabulary = ?")) {
            update.setBytes(1, vocabulary);
            update.executeUpdate();
        }
    }

    static int update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
