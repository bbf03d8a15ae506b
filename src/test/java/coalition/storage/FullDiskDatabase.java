package coalition.storage;

import java.nio.file.Path;
import java.util.List;
import org.h2.store.fs.FilePath;

/** A database on a disk that can be filled. */
public final class FullDiskDatabase {
    private FullDiskDatabase() {}

    /** Opens one, durable like the real one. */
    public static Database open(Path folder, List<Migration> migrations) {
        FilePath.register(new FullDisk());
        String url = "jdbc:h2:full:async:" + folder.toAbsolutePath().resolve("coalition")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        return Database.connect(url, folder, false, migrations);
    }

    /** Leaves no room, or gives room again. */
    public static void fill(boolean full) {
        FullDisk.full = full;
    }
}
