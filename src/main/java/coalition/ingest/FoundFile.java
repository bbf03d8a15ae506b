package coalition.ingest;

import coalition.document.DocumentId;
import java.nio.file.Path;
import java.time.Instant;

/** A file of the folder as the file system tells of it. */
record FoundFile(DocumentId id, Path path, long size, Instant modified) {}
