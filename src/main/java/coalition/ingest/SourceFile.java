package coalition.ingest;

import coalition.document.DocumentId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file's bytes. They belong to the receiver and are not to be changed.
 *
 * @param id its path below the folder
 * @param bytes all of it
 * @param hash SHA-256 of the bytes, hexadecimal
 * @param modified when it was last changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SourceFile(DocumentId id, byte[] bytes, String hash, Instant modified) {
    /** The file with its hash. */
    public static SourceFile of(DocumentId id, byte[] bytes, Instant modified) {
        return new SourceFile(id, bytes, HexFormat.of().formatHex(Digests.of(bytes)), modified);
    }

    /** Its name without folders, in lower case. */
    String name() {
        return nameOf(id);
    }

    /** A document's file name without folders, in lower case. */
    static String nameOf(DocumentId id) {
        return id.value().substring(id.value().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Its name as a title: without folders and ending, with spaces for dashes and underscores; never blank. */
    String nameAsTitle() {
        String name = id.value().substring(id.value().lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[-_\\s]+", " ")
                .strip();
        return stem.isEmpty() ? name : stem;
    }
}
