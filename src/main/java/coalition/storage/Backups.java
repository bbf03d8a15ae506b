package coalition.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of a database as zip files, one a day, made while it is in use; the last few are kept. A copy is written under another
 * name first, so that a file with the name of a backup is always a whole one.
 */
public final class Backups {
    private static final String DAILY = "coalition-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.zip";

    private final Database database;
    private final Path folder;
    private final int kept;

    /**
     * Keeps backups of this database.
     *
     * @param database what is copied
     * @param folder where the copies lie; made when there is one
     * @param kept how many daily ones are kept, 0: none are made
     */
    public Backups(Database database, Path folder, int kept) {
        this.database = database;
        this.folder = folder;
        this.kept = kept;
    }

    /** Makes the backup of this day where there is none yet, and removes those that are too many. Returns whether it made one. */
    public boolean makeDaily(LocalDate day) {
        Path file = folder.resolve("coalition-" + day + ".zip");
        if (kept == 0 || Files.exists(file)) {
            return false;
        }
        make(file);
        List<Path> daily = daily();
        for (Path old : daily.subList(0, Math.max(0, daily.size() - kept))) {
            try {
                Files.deleteIfExists(old);
            } catch (IOException e) {
                throw new StorageException("cannot remove the old backup '" + old + "': " + e.getMessage(), e);
            }
        }
        return true;
    }

    /** Makes a backup with this name in the folder, over one that is there. */
    public void make(String name) {
        make(folder.resolve(name));
    }

    /** The daily backups, oldest first. */
    public List<Path> daily() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> String.valueOf(f.getFileName()).matches(DAILY))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException("cannot list the backups in '" + folder + "': " + e.getMessage(), e);
        }
    }

    private void make(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            database.read(connection -> {
                try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                    backup.setString(1, part.toAbsolutePath().toString());
                    return backup.execute();
                }
            });
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageException("cannot make the backup '" + file + "': " + e.getMessage(), e);
        }
    }
}
