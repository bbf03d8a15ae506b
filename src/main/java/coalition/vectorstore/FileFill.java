package coalition.vectorstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of the H2 file is in use. H2 writes each change behind what is there and keeps the old pages until a whole chunk of them
 * is dead and 45 seconds old.
 *
 * @param bytes of the file
 * @param live bytes of it that hold what the tables hold, about
 */
record FileFill(long bytes, long live) {
    private static final long LITTLE_WASTE = 16L << 20;
    private static final long COMPACTED_AT_CLOSING = 128L << 20;

    static FileFill of(Session session) throws SQLException {
        String sql = "select setting_name, setting_value from information_schema.settings where setting_name in"
                + " ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')";
        Map<String, Long> values = new HashMap<>();
        try (ResultSet row = session.statement(sql).executeQuery()) {
            while (row.next()) {
                values.put(row.getString(1), row.getLong(2));
            }
        }
        long bytes = values.getOrDefault("info.FILE_SIZE", 0L);
        long live = bytes
                * values.getOrDefault("info.FILL_RATE", 100L)
                / 100
                * values.getOrDefault("info.CHUNKS_FILL_RATE", 100L)
                / 100;
        return new FileFill(bytes, live);
    }

    /** Whether to write the file anew while the store is being closed: where that gains much and takes a few seconds at most. */
    boolean isWorthCompactingAtClosing() {
        long waste = bytes - live;
        return waste > LITTLE_WASTE && waste > live / 3 && live <= COMPACTED_AT_CLOSING;
    }

    /** Whether the file fits twice into the room that there is. */
    boolean fitsInto(long room) {
        return live + live / 4 + LITTLE_WASTE < room;
    }
}
