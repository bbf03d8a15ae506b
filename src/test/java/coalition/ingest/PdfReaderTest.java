package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Heading;
import coalition.document.PageStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private final PdfReader unit = new PdfReader();

    @Test
    void readsPageByPage() throws IOException {
        Document document = read(pdf("", "# The report\nFirst words on\nthe first page.", "Words on the second page."));

        assertThat(document.blocks().stream().map(span -> span.in(document.text())))
                .containsExactly("First words on\nthe first page.", "Words on the second page.");
        assertThat(document.headings()).containsExactly(new Heading(0, 1, "The report"));
        assertThat(document.title()).isEqualTo("The report");
        assertThat(document.pages()).containsExactly(new PageStart(0, 1), new PageStart(44, 2));
        assertThat(new Chunker().chunk(document).get(0).page()).isEqualTo(1);
    }

    @Test
    void joinsAWordThatALineEndCuts() throws IOException {
        Document document = read(pdf("", "It is a coun-\nterfeit of a well-\nKnown brand."));

        assertThat(document.text().strip()).isEqualTo("It is a counterfeit of a well-\nKnown brand.");
    }

    @Test
    void joinsASentenceThatAPageEndCuts() throws IOException {
        Document document = read(pdf("", "It begins here and", "ends there. A new one."));

        assertThat(document.blocks()).hasSize(1);
    }

    @Test
    void leavesOutRunningHeadsAndPageNumbers() throws IOException {
        Document document = read(pdf(
                "",
                "The Journal 2016\nOne is here.\n1",
                "The Journal 2016\nTwo is here.\n2",
                "The Journal 2016\nThree is here.\n3"));

        assertThat(document.text().split("\\s*\n\\s*"))
                .containsExactly("One is here.", "Two is here.", "Three is here.");
    }

    @Test
    void refusesWhatIsEncrypted() throws IOException {
        byte[] bytes = pdf("secret", "Nobody reads this.");

        assertThat(reason(bytes)).isEqualTo(SkipReason.ENCRYPTED);
    }

    @Test
    void refusesPagesWithoutText() throws IOException {
        assertThat(reason(pdf("", ""))).isEqualTo(SkipReason.NO_TEXT);
    }

    @Test
    void refusesHalfAFile() throws IOException {
        byte[] whole = pdf("", "Words.");

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 60))).isInstanceOf(UnreadableFileException.class);
    }

    private SkipReason reason(byte[] bytes) {
        try {
            read(bytes);
        } catch (UnreadableFileException e) {
            return e.reason();
        }
        throw new AssertionError("it was read");
    }

    /** A PDF with these pages, a line a line; one that begins with "# " is large. */
    static byte[] pdf(String password, String... pages) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                write(pdf, page, List.of(text.split("\n")));
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void write(PDDocument pdf, PDPage page, List<String> lines) throws IOException {
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
            float y = 700;
            for (String line : lines) {
                boolean large = line.startsWith("# ");
                out.beginText();
                out.setFont(font, large ? 20 : 11);
                out.newLineAtOffset(72, y);
                out.showText(large ? line.substring(2) : line);
                out.endText();
                y -= large ? 40 : 13;
            }
        }
    }

    private Document read(byte[] bytes) {
        return unit.read(SourceFile.of(new DocumentId("a.pdf"), bytes, Instant.EPOCH));
    }
}
