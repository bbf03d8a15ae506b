package coalition.ingest;

import coalition.document.DocumentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one run has seen and done so far. Safe for several threads. */
final class RunLog {
    private final Map<DocumentId, FileState> known;
    private final Clock clock;
    private final IndexingProgress progress;
    private final Instant start;
    private final Map<DocumentId, FileState> indexed = new HashMap<>();
    private final List<FileState> seenAgain = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<DocumentId> removed = new ArrayList<>();
    private int unchanged;
    private int total;
    private int documents;
    private int chunks;

    RunLog(Map<DocumentId, FileState> known, Clock clock, IndexingProgress progress) {
        this.known = known;
        this.clock = clock;
        this.progress = progress;
        this.start = clock.instant();
    }

    /** Whether the file looks as it did in the run before; notes it if so. */
    synchronized boolean knows(FoundFile file) {
        FileState state = known.get(file.id());
        if (state == null || !state.looksLike(file)) {
            return false;
        }
        state.whySkipped().ifPresentOrElse(skipped::add, () -> unchanged++);
        return true;
    }

    synchronized void expect(int files) {
        total = files;
    }

    /** Whether the file was indexed with these bytes by this version of the code. */
    boolean hasSameBytes(FileState state) {
        FileState before = known.get(state.id());
        return before != null
                && before.whySkipped().isEmpty()
                && before.reader() == FileState.READER
                && before.hash().equals(state.hash());
    }

    boolean wasIndexed(DocumentId id) {
        FileState before = known.get(id);
        return before != null && before.whySkipped().isEmpty();
    }

    synchronized void unchanged(FileState state) {
        seenAgain.add(state);
        unchanged++;
        done();
    }

    synchronized void indexed(FileState state) {
        indexed.put(state.id(), state);
        done();
    }

    synchronized void skipped(Skipped file) {
        skipped.add(file);
        DocumentId id = new DocumentId(file.file());
        if (wasIndexed(id)) {
            removed.add(id);
        }
    }

    synchronized void chunks(int more) {
        chunks += more;
        tell();
    }

    synchronized void done() {
        documents++;
        tell();
    }

    private void tell() {
        double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
        progress.at(documents, total, chunks, seconds > 0 ? chunks / seconds : 0);
    }

    /** The documents that were indexed and whose files are not there any more; notes them. */
    synchronized List<DocumentId> gone(List<FoundFile> files) {
        Set<DocumentId> there = new HashSet<>();
        files.forEach(file -> there.add(file.id()));
        List<DocumentId> gone = new ArrayList<>();
        for (FileState state : known.values()) {
            if (!there.contains(state.id())) {
                gone.add(state.id());
                if (state.whySkipped().isEmpty() && !removed.contains(state.id())) {
                    removed.add(state.id());
                }
            }
        }
        return gone;
    }

    synchronized boolean changedAnything() {
        return !indexed.isEmpty() || !removed.isEmpty();
    }

    synchronized Collection<FileState> seenAgain() {
        return List.copyOf(seenAgain);
    }

    synchronized IngestReport report(int allChunks, Duration took) {
        List<DocumentId> added = new ArrayList<>();
        List<DocumentId> changed = new ArrayList<>();
        indexed.keySet().forEach(id -> (wasIndexed(id) ? changed : added).add(id));
        List<Renamed> renamed = renamed(added);
        added.sort(null);
        changed.sort(null);
        removed.sort(null);
        skipped.sort(Comparator.comparing(Skipped::file));
        return new IngestReport(added, changed, removed, renamed, skipped, unchanged, allChunks, took);
    }

    /** Pairs of removed and added documents with the same bytes; takes them out of both lists. */
    private List<Renamed> renamed(List<DocumentId> added) {
        List<Renamed> renamed = new ArrayList<>();
        for (DocumentId from : List.copyOf(removed)) {
            FileState before = known.get(from);
            indexed.values().stream()
                    .filter(state -> before != null && state.hash().equals(before.hash()))
                    .map(FileState::id)
                    .filter(added::contains)
                    .sorted()
                    .findFirst()
                    .ifPresent(to -> {
                        renamed.add(new Renamed(from, to));
                        removed.remove(from);
                        added.remove(to);
                    });
        }
        renamed.sort(Comparator.comparing(Renamed::to));
        return renamed;
    }
}
