package coalition.vectorstore;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;

/** Where the index lies, beside the table. */
final class IndexFolder {
    private static final long VERIFIED_AT_OPENING = 32L << 20;

    private final StoreFile file;
    private final Path folder;

    IndexFolder(StoreFile file) {
        this.file = file;
        this.folder = file.folder().resolve("index");
    }

    /**
     * The index as it lies there, with what it is behind.
     *
     * @param suspect whether to read every byte also of a large index
     * @throws IOException saying what is wrong, when it is missing, damaged or foreign
     */
    IndexRebuild open(StoreState state, boolean suspect) throws IOException {
        EntryIndex index;
        try {
            index = EntryIndex.open(folder);
        } catch (IndexNotFoundException | NoSuchFileException e) {
            throw new IOException("it is missing, or was never finished", e);
        } catch (IndexFormatTooNewException | IndexFormatTooOldException e) {
            throw new IOException("another version of Lucene wrote it", e);
        } catch (CorruptIndexException e) {
            throw new IOException("it is damaged: " + reason(e), e);
        } catch (IOException | RuntimeException e) {
            throw new IOException("it cannot be read: " + e.getMessage(), e);
        }
        try {
            IndexPosition position = index.position().orElseThrow(() -> new IOException("another version wrote it"));
            Optional<String> fault = position.fault(state);
            if (fault.isPresent()) {
                throw new IOException(fault.get());
            }
            boolean verified = suspect || index.bytes() <= VERIFIED_AT_OPENING;
            if (verified) {
                index.verify();
            }
            return new IndexRebuild(file, index, verified, position);
        } catch (CorruptIndexException e) {
            index.abandon();
            throw new IOException("it is damaged: " + reason(e), e);
        } catch (IOException | RuntimeException e) {
            index.abandon();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String reason(CorruptIndexException e) {
        Throwable cause = e.getCause();
        return cause == null ? e.getOriginalMessage() : cause.toString();
    }

    /** An empty index in place of whatever lies there, with all to be added. */
    IndexRebuild begin(StoreState state) {
        return new IndexRebuild(file, create(), true, IndexPosition.start(state));
    }

    /** An empty index in place of whatever lies there. */
    EntryIndex create() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
                for (Path part : old) {
                    Files.delete(part);
                }
            }
            return EntryIndex.create(folder);
        } catch (IOException | RuntimeException e) {
            throw new StoreException("cannot make the index in '" + folder + "': " + e, e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
