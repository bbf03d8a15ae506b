package coalition;

import coalition.ingest.IngestReport;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what a run of indexing changed. */
final class Announcement {
    private Announcement() {}

    static String of(IngestReport report) {
        List<String> parts = new ArrayList<>();
        add(parts, report.added().size(), "added");
        add(parts, report.changed().size(), "changed");
        add(parts, report.renamed().size(), "renamed");
        add(parts, report.removed().size(), "removed");
        add(parts, report.skipped().size(), "skipped ('coalition index' says why)");
        int documents = report.documents();
        return "indexed " + documents + (documents == 1 ? " document" : " documents") + " in "
                + seconds(report.took().toMillis()) + ": " + String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    private static String seconds(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(java.util.Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
