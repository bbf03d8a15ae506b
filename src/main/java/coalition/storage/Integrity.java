package coalition.storage;

import java.util.List;

/**
 * What reading a whole database found.
 *
 * @param tables the number of tables read
 * @param rows the number of rows read
 * @param problems what could not be read, and rows whose parent is missing, one sentence each; empty where all is well
 */
public record Integrity(int tables, long rows, List<String> problems) {
    public Integrity {
        problems = List.copyOf(problems);
    }
}
