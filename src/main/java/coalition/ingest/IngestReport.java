package coalition.ingest;

import coalition.document.DocumentId;
import java.time.Duration;
import java.util.List;

/**
 * What a run found in the folder. All lists are in order of the paths.
 *
 * @param added documents that were not there before
 * @param changed documents that were there with other bytes
 * @param removed documents whose files have gone, or whose new bytes cannot be read (these are among {@code skipped} too)
 * @param renamed documents that were there with the same bytes under another path; in neither of the lists above
 * @param skipped files that are not indexed, each with its reason
 * @param unchanged the number of documents that were left as they were
 * @param chunks the number of chunks that are indexed now
 * @param took how long the run took
 */
public record IngestReport(
        List<DocumentId> added,
        List<DocumentId> changed,
        List<DocumentId> removed,
        List<Renamed> renamed,
        List<Skipped> skipped,
        int unchanged,
        int chunks,
        Duration took) {
    public IngestReport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        renamed = List.copyOf(renamed);
        skipped = List.copyOf(skipped);
    }

    /** The number of documents that are indexed now. */
    public int documents() {
        return added.size() + changed.size() + renamed.size() + unchanged;
    }

    /** Whether anything that is indexed was changed. */
    public boolean changedAnything() {
        return !(added.isEmpty() && changed.isEmpty() && removed.isEmpty() && renamed.isEmpty());
    }
}
