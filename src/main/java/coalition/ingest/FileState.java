package coalition.ingest;

import coalition.document.DocumentId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of a file when it was read last.
 *
 * @param id its path below the folder
 * @param size its bytes
 * @param modified when it was last changed
 * @param hash of its bytes; empty where they were not read
 * @param reader the version of the code that read it
 * @param skipped why it is not indexed; null where it is
 */
record FileState(
        DocumentId id,
        long size,
        Instant modified,
        String hash,
        int reader,
        @org.jspecify.annotations.Nullable Skipped skipped) {
    /** Grows when the code reads the same bytes in another way. */
    static final int READER = 4;

    Optional<Skipped> whySkipped() {
        return Optional.ofNullable(skipped);
    }

    /** A time no file has; one that was seen then is read again. */
    static final Instant UNTRUSTED = Instant.EPOCH.minusSeconds(1);

    FileState untrusted() {
        return new FileState(id, size, UNTRUSTED, hash, reader, skipped);
    }

    /** Whether the file still looks as it did, so that it need not be read. */
    boolean looksLike(FoundFile file) {
        return reader == READER && size == file.size() && modified.equals(file.modified());
    }

    FileState withHash(String bytesHash) {
        return new FileState(id, size, modified, bytesHash, reader, skipped);
    }

    FileState withSkipped(Skipped why) {
        return new FileState(id, size, modified, hash, reader, why);
    }
}
