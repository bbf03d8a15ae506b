package coalition.vectorstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock on a store's folder: a file that the operating system frees when the process dies, and that says whether it did. */
final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    private static final String NAME = "lock";
    private static final byte[] OPEN = {'o', 'p', 'e', 'n'};

    private final FileChannel channel;
    private final boolean wasClosed;

    private FolderLock(FileChannel channel, boolean wasClosed) {
        this.channel = channel;
        this.wasClosed = wasClosed;
    }

    /** @throws StoreException when the folder is in use */
    static FolderLock take(Path folder) throws IOException {
        boolean isNew = Files.notExists(folder.resolve(NAME));
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StoreException("cannot open the store in '" + folder
                    + "': it is open already, here or in another process; close that one or choose another folder");
        }
        return new FolderLock(channel, !isNew && channel.size() == 0);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether the last one to use the folder closed the store. */
    boolean wasClosed() {
        return wasClosed;
    }

    /** Notes that the store is in use, and that whoever finds this note has to look for its last commit. */
    void noteOpen() throws IOException {
        channel.write(ByteBuffer.wrap(OPEN), 0);
    }

    /** Notes that the store was closed. */
    void noteClosed() throws IOException {
        channel.truncate(0);
    }

    /** Frees the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("a lock did not close", e);
        }
    }
}
