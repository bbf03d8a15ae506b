package coalition.document;

import java.util.List;
import java.util.Optional;

/**
 * The documents that are indexed now. Safe for several threads; what one call returns belongs to one state of the folder.
 */
public interface Library {
    /** All documents without their texts, in order of their ids. */
    List<DocumentCard> cards();

    /** The document as it is indexed now; empty where the id is unknown. */
    Optional<Document> find(DocumentId id);

    /** A version that was indexed once and is still kept (cited versions are); empty where it is not. */
    Optional<Document> find(DocumentId id, String hash);

    /** The chunks of a document in order; empty where the id is unknown. */
    List<Chunk> chunks(DocumentId id);

    /** Grows by one with every change of what is indexed; tells caches that they are stale. */
    long generation();
}
