package coalition.document;

import java.time.Instant;

/**
 * What is known of a document without its text.
 *
 * @param id its path below the folder
 * @param hash the version indexed
 * @param title its title
 * @param chunks the number of its chunks
 * @param characters the length of its decoded text
 * @param modified when its file was last changed
 * @param indexed when this version was indexed
 */
public record DocumentCard(
        DocumentId id, String hash, String title, int chunks, int characters, Instant modified, Instant indexed) {}
