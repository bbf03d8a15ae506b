package coalition.ingest;

/**
 * A line of a PDF.
 *
 * @param page its page, from 1
 * @param words what stands there
 * @param size the size of most of its letters, in points
 * @param bold whether most of its letters are bold
 * @param opens whether a paragraph begins with it
 */
record PdfLine(int page, String words, float size, boolean bold, boolean opens) {}
