package coalition.vectorstore;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a store: {@code entry} holds what is there, {@code removed} what has gone but may still be seen by a search that
 * began before, or by the index as it lies on disk, {@code store} the state.
 */
final class EntryTable {
    static final int FORMAT = 1;
    private static final int LONGEST = 1_000_000;
    private static final byte[] NONE = {};
    private static final String COLUMNS = "entry_key, id, text, metadata, embedding, checksum";

    private EntryTable() {}

    /** Makes the tables where they are missing. */
    static void create(Session session) throws SQLException {
        String row =
                "(entry_key bigint primary key, %s, text varchar, metadata varbinary, embedding varbinary not null,"
                        + " checksum int not null)";
        session.execute("create table if not exists entry " + row.formatted("id varchar not null unique"));
        session.execute("create table if not exists removed "
                + row.formatted("id varchar not null, generation bigint not null"));
        session.execute("create table if not exists store (format int not null, name varchar not null,"
                + " generation bigint not null, last_key bigint not null, dimension int not null, cleared bigint not null,"
                + " mark varchar not null, mark_before varchar not null)");
        session.execute("insert into store select " + FORMAT + ", '" + UUID.randomUUID()
                + "', 0, 0, 0, 0, '', '' where not exists (select 1 from store)");
    }

    /** The state; empty for a file without tables, and for one whose maker died before it was done. */
    static Optional<StoreState> find(Session session) throws SQLException {
        try (ResultSet tables = session.connection().getMetaData().getTables(null, "PUBLIC", "STORE", null)) {
            return tables.next() ? findRow(session) : Optional.empty();
        }
    }

    static StoreState state(Session session) throws SQLException {
        return findRow(session).orElseThrow(() -> new SQLException("the table 'store' is empty"));
    }

    private static Optional<StoreState> findRow(Session session) throws SQLException {
        String sql = "select format, name, generation, last_key, dimension, cleared, mark, mark_before from store";
        try (ResultSet row = session.statement(sql).executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new StoreState(
                    row.getInt(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getString(7),
                    row.getString(8)));
        }
    }

    static void save(Session session, StoreState state) throws SQLException {
        PreparedStatement update = session.statement(
                "update store set generation = ?, last_key = ?, dimension = ?, cleared = ?, mark = ?, mark_before = ?");
        update.setLong(1, state.generation());
        update.setLong(2, state.lastKey());
        update.setInt(3, state.dimension());
        update.setLong(4, state.cleared());
        update.setString(5, state.mark());
        update.setString(6, state.markBefore());
        update.executeUpdate();
    }

    static void insert(Session session, List<Entry> entries) throws SQLException {
        PreparedStatement insert = session.statement("insert into entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)");
        for (Entry entry : entries) {
            byte[] embedding = EntryCodec.encode(entry.embedding().vector());
            TextSegment segment = entry.segment();
            byte[] metadata = segment == null ? NONE : EntryCodec.encode(segment.metadata());
            insert.setLong(1, entry.key());
            insert.setString(2, entry.id());
            insert.setString(3, segment == null ? null : segment.text());
            insert.setBytes(4, segment == null ? null : metadata);
            insert.setBytes(5, embedding);
            insert.setInt(6, checksum(entry.id(), segment == null ? null : segment.text(), metadata, embedding));
            insert.addBatch();
        }
        insert.executeBatch();
    }

    /** What is wrong with an entry for this table; empty where nothing is. */
    static Optional<String> fault(String id, @Nullable TextSegment segment) {
        if (segment != null && segment.text().length() > LONGEST) {
            return Optional.of("the text of '" + id + "' has " + segment.text().length() + " characters, more than "
                    + LONGEST + "; split it");
        }
        if (segment != null && EntryCodec.encode(segment.metadata()).length > LONGEST) {
            return Optional.of("the metadata of '" + id + "' has more than " + LONGEST + " bytes; shorten it");
        }
        return Optional.empty();
    }

    /** Moves the entries to those removed. */
    static void retire(Session session, Collection<Long> keys, long generation) throws SQLException {
        PreparedStatement copy = session.statement("insert into removed (" + COLUMNS + ", generation) select " + COLUMNS
                + ", ? from entry where entry_key = ?");
        PreparedStatement delete = session.statement("delete from entry where entry_key = ?");
        for (long key : keys) {
            copy.setLong(1, generation);
            copy.setLong(2, key);
            copy.addBatch();
            delete.setLong(1, key);
            delete.addBatch();
        }
        copy.executeBatch();
        delete.executeBatch();
    }

    /** Empties both tables; commits. */
    static void truncate(Session session) throws SQLException {
        session.execute("truncate table entry");
        session.execute("truncate table removed");
    }

    /** The keys of those of the ids that are there. */
    static List<Long> keys(Session session, Collection<String> ids) throws SQLException {
        PreparedStatement query = session.statement("select entry_key from entry where id = ?");
        List<Long> keys = new ArrayList<>();
        for (String id : ids) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    keys.add(row.getLong(1));
                }
            }
        }
        return keys;
    }

    /** The entry, also where it was removed lately. */
    static Optional<Entry> find(Session session, long key) throws SQLException {
        Optional<Entry> entry = findLive(session, key);
        return entry.isPresent() ? entry : find(session, "removed", key);
    }

    /** The entry; empty where it was removed. */
    static Optional<Entry> findLive(Session session, long key) throws SQLException {
        return find(session, "entry", key);
    }

    private static Optional<Entry> find(Session session, String table, long key) throws SQLException {
        PreparedStatement query = session.statement("select " + COLUMNS + " from " + table + " where entry_key = ?");
        query.setLong(1, key);
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(entry(row)) : Optional.empty();
        }
    }

    /** Entries with higher keys than this one, in the order of their keys. */
    static List<Entry> after(Session session, long key, int limit) throws SQLException {
        PreparedStatement query = session.statement(
                "select " + COLUMNS + " from entry where entry_key > ? order by entry_key fetch first ? rows only");
        query.setLong(1, key);
        query.setInt(2, limit);
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    /** Keys of what was removed after this generation. */
    static List<Long> removedAfter(Session session, long generation) throws SQLException {
        PreparedStatement query = session.statement("select entry_key from removed where generation > ?");
        query.setLong(1, generation);
        List<Long> keys = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                keys.add(row.getLong(1));
            }
        }
        return keys;
    }

    /** Forgets what was removed up to this generation. */
    static void forget(Session session, long generation) throws SQLException {
        PreparedStatement delete = session.statement("delete from removed where generation <= ?");
        delete.setLong(1, generation);
        delete.executeUpdate();
    }

    static long count(Session session) throws SQLException {
        try (ResultSet row = session.statement("select count(*) from entry").executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String id = row.getString(2);
        String text = row.getString(3);
        byte[] metadata = row.getBytes(4);
        byte[] embedding = row.getBytes(5);
        if (checksum(id, text, metadata == null ? NONE : metadata, embedding) != row.getInt(6)) {
            throw new SQLException("the entry '" + id + "' is damaged; restore the store from a backup");
        }
        TextSegment segment = text == null || metadata == null
                ? null
                : TextSegment.from(text, metadata.length == 0 ? new Metadata() : EntryCodec.decodeMetadata(metadata));
        return new Entry(row.getLong(1), id, Embedding.from(EntryCodec.decode(embedding)), segment);
    }

    private static int checksum(String id, @Nullable String text, byte[] metadata, byte[] embedding) {
        return EntryCodec.checksum(
                id, embedding, text == null ? NONE : text.getBytes(StandardCharsets.UTF_8), metadata);
    }
}
