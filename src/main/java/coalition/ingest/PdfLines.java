package coalition.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a PDF in reading order. Not safe for several threads. */
final class PdfLines extends PDFTextStripper {
    private static final int LONGEST = 5_000_000;

    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private double sizes;
    private int letters;
    private int boldLetters;
    private boolean opens = true;
    private int total;

    PdfLines() {
        setSuppressDuplicateOverlappingText(false);
    }

    List<PdfLine> of(PDDocument pdf) throws IOException {
        writeText(pdf, java.io.Writer.nullWriter());
        endLine();
        return lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        total += text.length();
        if (total > LONGEST) {
            throw new UnreadableFileException(SkipReason.TOO_LARGE, "more than " + LONGEST + " characters");
        }
        words.append(text);
        for (TextPosition position : positions) {
            letters++;
            sizes += position.getFontSizeInPt();
            String font = position.getFont() == null ? null : position.getFont().getName();
            boldLetters += font != null && font.toLowerCase(Locale.ROOT).contains("bold") ? 1 : 0;
        }
    }

    @Override
    protected void writeWordSeparator() {
        words.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
        opens = true;
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
        opens = true;
    }

    @Override
    protected void writePageEnd() {
        endLine();
        opens = true;
    }

    private void endLine() {
        String line = words.toString().strip();
        if (!line.isEmpty()) {
            float size = letters == 0 ? 0 : (float) (Math.round(2 * sizes / letters) / 2.0);
            lines.add(new PdfLine(getCurrentPageNo(), line, size, 2 * boldLetters > letters, opens));
            opens = false;
        }
        words.setLength(0);
        sizes = 0;
        letters = 0;
        boldLetters = 0;
    }
}
