package coalition.document;

import java.time.Instant;
import java.util.List;

/**
 * One file's text. For Markdown and plain text it is the decoded file to the letter; for HTML, PDF and DOCX what was extracted
 * from it. All offsets in the project count UTF-16 units of {@link #text()}.
 *
 * @param id its path below the folder
 * @param hash SHA-256 of the file's bytes, hexadecimal: names this version of the document
 * @param title from front matter, the first heading or the file name; never blank
 * @param text the decoded text
 * @param headings in order of their place
 * @param pages starts of pages in order; empty where the format has none
 * @param blocks the runs of running text (paragraphs, list items, table rows, quotations) in order, without front matter,
 *     headings and code; a sentence never crosses a block
 * @param modified when the file was last changed
 */
public record Document(
        DocumentId id,
        String hash,
        String title,
        String text,
        List<Heading> headings,
        List<PageStart> pages,
        List<Span> blocks,
        Instant modified) {
    public Document {
        headings = List.copyOf(headings);
        pages = List.copyOf(pages);
        blocks = List.copyOf(blocks);
    }
}
