package coalition.storage;

import java.nio.file.Path;
import java.util.List;

/** A database that forgets: it writes half a second later, as H2 does by default. For negative controls of crash tests. */
public final class LazyDatabase {
    private LazyDatabase() {}

    /** Opens one; what it acknowledged in the last half second is lost when the process is killed. */
    public static Database open(Path folder, List<Migration> migrations) {
        String url =
                "jdbc:h2:" + folder.toAbsolutePath().resolve("coalition") + ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE";
        return Database.connect(url, folder, false, migrations);
    }
}
