package coalition.storage;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;

/** Writes numbers into a database for ever and says each one once it is acknowledged; run as a process of its own. */
final class KilledWriter {
    static final List<Migration> SCHEMA =
            List.of(new Migration("numbers-1", "create table numbers (number integer primary key, text varchar)"));

    private KilledWriter() {}

    /** Takes the folder, the first number, and {@code lazy} for H2's own write delay, which loses what was acknowledged. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        String url = "jdbc:h2:" + folder.resolve("coalition") + ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE";
        Database database = arguments[2].equals("lazy")
                ? Database.connect(url, folder, false, SCHEMA)
                : Database.open(folder, SCHEMA);
        for (int number = Integer.parseInt(arguments[1]); ; number++) {
            int next = number;
            database.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("insert into numbers values (?, ?)")) {
                    insert.setInt(1, next);
                    insert.setString(2, "x".repeat(1500));
                    return insert.executeUpdate();
                }
            });
            System.out.println(next);
        }
    }
}
