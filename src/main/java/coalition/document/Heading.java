package coalition.document;

/**
 * A heading of a document.
 *
 * @param start where its text starts in the decoded text
 * @param level 1 for the highest
 * @param text its words without markup
 */
public record Heading(int start, int level, String text) {}
