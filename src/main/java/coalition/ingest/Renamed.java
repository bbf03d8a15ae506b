package coalition.ingest;

import coalition.document.DocumentId;

/** A document that was found with the same bytes under another path. */
public record Renamed(DocumentId from, DocumentId to) {}
