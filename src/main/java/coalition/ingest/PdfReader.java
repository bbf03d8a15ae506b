package coalition.ingest;

import coalition.document.Document;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads PDF page by page. Lines of a paragraph are a block, words hyphenated at a line's end are joined, lines in a larger or
 * bolder letter are headings, running heads and page numbers are left out. Offsets count the extracted text. Safe for several
 * threads.
 */
public final class PdfReader implements DocumentReader {
    private static final long MOST_MEMORY = 64_000_000;
    private static final long MOST_DISK = 200_000_000;
    private static final int MOST_PAGES = 5000;
    private static final Pattern POOR_TITLE = Pattern.compile(
            "(?i)|untitled.*|.*\\.(?:docx?|indd|tex|pdf|rtf|odt|xlsx?|pptx?)|microsoft word.*|slide \\d+|title|document\\d*");

    @Override
    public boolean accepts(String name) {
        return name.endsWith(".pdf");
    }

    @Override
    public boolean isIntricate() {
        return true;
    }

    @Override
    public Document read(SourceFile file) {
        try (PDDocument pdf = Loader.loadPDF(
                file.bytes(), "", null, null, MemoryUsageSetting.setupMixed(MOST_MEMORY, MOST_DISK).streamCache)) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableFileException(SkipReason.TOO_LARGE, "more than " + MOST_PAGES + " pages");
            }
            List<PdfLine> lines = new PdfLines().of(pdf);
            String title = Objects.requireNonNullElse(
                            pdf.getDocumentInformation().getTitle(), "")
                    .strip();
            Extraction out = new Extraction();
            new PdfBlocks(lines).writeTo(out);
            return out.document(file, POOR_TITLE.matcher(title).matches() ? "" : title);
        } catch (InvalidPasswordException e) {
            throw new UnreadableFileException(SkipReason.ENCRYPTED);
        } catch (IOException e) {
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is damaged");
        }
    }
}
