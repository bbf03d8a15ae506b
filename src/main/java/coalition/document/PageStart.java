package coalition.document;

/**
 * Where a page of a paged document begins.
 *
 * @param start offset in the decoded text
 * @param number the page's number, from 1
 */
public record PageStart(int start, int number) {}
