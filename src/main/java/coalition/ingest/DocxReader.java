package coalition.ingest;

import coalition.document.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * Reads Word files (DOCX): paragraphs, list items and table rows are blocks, heading styles are headings, notes follow at the end;
 * hidden and deleted text is left out. Offsets count the extracted text. Safe for several threads.
 */
public final class DocxReader implements DocumentReader {
    private static final Pattern HEADING = Pattern.compile("(?:heading|überschrift|titre)\\s*([1-9])");
    private static final long MOST_UNPACKED = 200_000_000;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    @Override
    public boolean accepts(String name) {
        return name.endsWith(".docx") || name.endsWith(".docm");
    }

    @Override
    public boolean isIntricate() {
        return true;
    }

    @Override
    public Document read(SourceFile file) {
        refuseOld(file.bytes());
        limitUnpacking();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            Extraction out = new Extraction();
            elements(word.getBodyElements(), word, out);
            for (XWPFFootnote note : word.getFootnotes()) {
                elements(note.getBodyElements(), word, out);
            }
            return out.document(
                    file,
                    Objects.requireNonNullElse(
                            word.getProperties().getCoreProperties().getTitle(), ""));
        } catch (IOException e) {
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is damaged");
        }
    }

    private static void limitUnpacking() {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxTextSize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(2000);
    }

    private static void refuseOld(byte[] bytes) {
        if (bytes.length > OLE.length && java.util.Arrays.equals(bytes, 0, OLE.length, OLE, 0, OLE.length)) {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            boolean encrypted = all.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
            throw new UnreadableFileException(encrypted ? SkipReason.ENCRYPTED : SkipReason.UNSUPPORTED);
        }
    }

    private static void elements(List<IBodyElement> elements, XWPFDocument word, Extraction out) {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraph(paragraph, word, out);
            } else if (element instanceof XWPFTable table) {
                table(table, out);
            } else if (element instanceof XWPFSDT control) {
                out.append(control.getContent().getText());
                out.endBlock();
            }
        }
    }

    private static void paragraph(XWPFParagraph paragraph, XWPFDocument word, Extraction out) {
        out.append(text(paragraph));
        int level = level(paragraph, word);
        if (level > 0) {
            out.endHeading(level);
        } else {
            out.endBlock();
        }
    }

    private static String text(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFRun run) {
                text.append(run.isVanish() ? "" : run.text());
            } else if (element instanceof XWPFSDT control) {
                text.append(control.getContent().getText());
            }
        }
        return text.toString();
    }

    /** 1 to 6 for a heading, 0 for another paragraph. */
    private static int level(XWPFParagraph paragraph, XWPFDocument word) {
        String id = paragraph.getStyleID();
        if (id == null) {
            return 0;
        }
        XWPFStyle style = word.getStyles() == null ? null : word.getStyles().getStyle(id);
        String name = (style == null || style.getName() == null ? id : style.getName()).toLowerCase(Locale.ROOT);
        Matcher heading = HEADING.matcher(name);
        if (heading.lookingAt()) {
            return Math.min(6, Integer.parseInt(heading.group(1)));
        }
        return name.equals("title") ? 1 : 0;
    }

    private static void table(XWPFTable table, Extraction out) {
        for (XWPFTableRow row : table.getRows()) {
            List<XWPFTableCell> cells = row.getTableCells();
            for (int i = 0; i < cells.size(); i++) {
                out.append(i == 0 ? "" : " | ");
                out.append(cells.get(i).getText().strip().replaceAll("\\s+", " "));
            }
            out.endBlock();
        }
    }
}
