package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
    private final DocxReader unit = new DocxReader();

    @Test
    void readsParagraphsHeadingsAndTablesInOrder() throws IOException {
        Document document = read(word());

        assertThat(document.blocks().stream().map(span -> span.in(document.text())))
                .containsExactly("One. Two.", "Name | Year", "Kors | 2016", "After.");
        assertThat(document.headings()).containsExactly(new Heading(0, 1, "The board"));
        assertThat(document.title()).isEqualTo("A letter");
    }

    @Test
    void refusesWhatIsNoWordFile() {
        assertThatThrownBy(() -> read("no zip".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesABomb() throws IOException {
        assertThatThrownBy(() -> read(bomb())).isInstanceOf(Exception.class);
    }

    static byte[] word() throws IOException {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            word.getProperties().getCoreProperties().setTitle("A letter");
            XWPFParagraph heading = word.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("The board");
            XWPFParagraph text = word.createParagraph();
            text.createRun().setText("One. ");
            var hidden = text.createRun();
            hidden.setText("Hidden. ");
            hidden.setVanish(true);
            text.createRun().setText("Two.");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Name");
            table.getRow(0).getCell(1).setText("Year");
            table.getRow(1).getCell(0).setText("Kors");
            table.getRow(1).getCell(1).setText("2016");
            word.createParagraph().createRun().setText("After.");
            word.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** A Word file of a few hundred kilobytes that unpacks to 300 MB. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                                    + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                            + "relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/"
                            + "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                zip.write(spaces);
            }
        }
        return bytes.toByteArray();
    }

    private Document read(byte[] bytes) {
        return unit.read(SourceFile.of(new DocumentId("a.docx"), bytes, Instant.EPOCH));
    }
}
