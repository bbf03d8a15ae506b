package coalition.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final List<Migration> SCHEMA = List.of(
            new Migration("numbers-1", "create table numbers (number integer primary key)"),
            new Migration(
                    "numbers-2",
                    "alter table numbers add column word varchar default ';'; create table more (x int);"));

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasWritten() {
        try (Database database = Database.open(folder, SCHEMA)) {
            insert(database, 1);
        }
        try (Database database = Database.open(folder, SCHEMA)) {
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void saysThatAFileIsInThePlaceOfTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "x");
        assertThatThrownBy(() -> Database.open(file, SCHEMA))
                .isInstanceOf(StorageException.class)
                .hasMessage("cannot make the data folder '" + file + "': '" + file
                        + "' is a file; choose one that can be written with --data DIR");
    }

    @Test
    void keepsNothingOfAWriteThatFails() {
        try (Database database = memory()) {
            assertThatThrownBy(() -> database.write(connection -> {
                        insertWith(connection, 1);
                        throw new IllegalStateException("changed my mind");
                    }))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("changed my mind");
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void keepsNothingThatAReadChanges() {
        try (Database database = memory()) {
            database.read(connection -> insertWith(connection, 1));
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void finishesAWriteWhoseCallerIsInterrupted() throws InterruptedException {
        try (Database database = Database.open(folder, SCHEMA)) {
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            Thread caller = Thread.ofPlatform()
                    .start(() -> database.write(connection -> {
                        writing.countDown();
                        await(interrupted);
                        return insertWith(connection, 1);
                    }));
            writing.await();
            caller.interrupt();
            interrupted.countDown();
            caller.join();
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void writesWhereTheCallerWasInterruptedBefore() {
        try (Database database = Database.open(folder, SCHEMA)) {
            Thread.currentThread().interrupt();
            insert(database, 1);
            assertThat(Thread.interrupted()).isTrue();
            insert(database, 2);
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void readsOnAThreadThatIsInterruptedWithoutHarm() {
        try (Database database = Database.open(folder, SCHEMA)) {
            insert(database, 1);
            Thread.currentThread().interrupt();
            assertThat(count(database)).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
            insert(database, 2);
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void readsWhileOneReads() {
        try (Database database = memory()) {
            int inner = database.read(connection -> count(database));
            assertThat(inner).isZero();
        }
    }

    @Test
    void goesOnWhereAMigrationWasCutShort() {
        try (Database database = Database.open(folder, SCHEMA.subList(0, 1))) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    // as a process leaves it that is killed between a change of the schema and the note of it
                    statement.execute("insert into migration_step (name, step) values ('numbers-2', 0)");
                    statement.execute("alter table numbers add column word varchar default ';'");
                    return true;
                }
            });
        }
        try (Database database = Database.open(folder, SCHEMA)) {
            insert(database, 1);
            assertThat(database.check().problems()).isEmpty();
        }
    }

    @Test
    void refusesWhatANewerVersionMade() {
        Database.open(folder, SCHEMA).close();
        assertThatThrownBy(() -> Database.open(folder, SCHEMA.subList(0, 1)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("a newer version of coalition has changed it ('numbers-2')");
    }

    @Test
    void makesABackupBeforeItChangesTheSchema() {
        Database.open(folder, SCHEMA.subList(0, 1)).close();
        Database.open(folder, SCHEMA).close();
        assertThat(folder.resolve("backups/before-upgrade.zip")).isNotEmptyFile();
    }

    @Test
    void keepsTheLastBackupsOnly() {
        try (Database database = Database.open(folder, SCHEMA)) {
            Backups backups = new Backups(database, folder.resolve("backups"), 2);
            for (int day = 1; day <= 4; day++) {
                backups.makeDaily(LocalDate.of(2026, 3, day));
            }
            assertThat(backups.daily())
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactly("coalition-2026-03-03.zip", "coalition-2026-03-04.zip");
        }
    }

    @Test
    void restoresFromABackup(@TempDir Path elsewhere) throws Exception {
        try (Database database = Database.open(folder, SCHEMA)) {
            insert(database, 1);
            new Backups(database, folder.resolve("backups"), 7).makeDaily(LocalDate.of(2026, 3, 1));
            insert(database, 2);
        }
        try (var zip = new java.util.zip.ZipFile(
                folder.resolve("backups/coalition-2026-03-01.zip").toFile())) {
            for (var entry : zip.stream().toList()) {
                Files.copy(zip.getInputStream(entry), elsewhere.resolve(entry.getName()));
            }
        }
        try (Database restored = Database.open(elsewhere, SCHEMA)) {
            assertThat(count(restored)).isEqualTo(1);
        }
    }

    @Test
    void healsWhenADiskThatWasFullHasRoomAgain() {
        FilePath.register(new FullDisk());
        String url = "jdbc:h2:full:async:" + folder.resolve("coalition") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try (Database database = Database.connect(url, folder, false, SCHEMA)) {
            insert(database, 1);
            FullDisk.full = true;
            assertThatThrownBy(() -> insert(database, 2)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> insert(database, 3)).isInstanceOf(StorageException.class);
            FullDisk.full = false;
            insert(database, 4);
            assertThat(count(database)).isEqualTo(2);
        } finally {
            FullDisk.full = false;
        }
    }

    @Test
    void countsWhatItChecks() {
        try (Database database = memory()) {
            insert(database, 1);
            assertThat(database.check().rows()).isGreaterThanOrEqualTo(1);
            assertThat(database.check().problems()).isEmpty();
        }
    }

    @Test
    void saysThatItIsClosed() {
        Database database = memory();
        database.close();
        assertThatThrownBy(() -> insert(database, 1))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("it is closed");
    }

    private static Database memory() {
        return Database.inMemory(UUID.randomUUID().toString(), SCHEMA);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean insert(Database database, int number) {
        return database.write(connection -> insertWith(connection, number));
    }

    private static boolean insertWith(java.sql.Connection connection, int number) throws java.sql.SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into numbers (number) values (?)")) {
            insert.setInt(1, number);
            return insert.executeUpdate() == 1;
        }
    }

    private static int count(Database database) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from numbers")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }
}
