package coalition.ingest;

import coalition.document.Document;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Reads HTML as a browser shows it, without scripts, styles, menus and what is hidden. Paragraphs, list items and table rows are
 * blocks; offsets count the extracted text. Safe for several threads.
 */
public final class HtmlReader implements DocumentReader {
    private static final List<String> ENDINGS = List.of(".html", ".htm", ".xhtml");
    private static final Pattern CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}?charset=[\"']?([\\w:.-]{1,40})");
    private static final int HEAD = 4096;

    @Override
    public boolean accepts(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public Document read(SourceFile file) {
        org.jsoup.nodes.Document page = Jsoup.parse(decode(file.bytes()));
        Extraction extraction = new Extraction();
        page.body().traverse(new HtmlBlocks(extraction));
        extraction.endBlock();
        return extraction.document(file, page.title());
    }

    private static String decode(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(head);
        boolean mark = head.startsWith("\u00EF\u00BB\u00BF")
                || head.startsWith("\u00FF\u00FE")
                || head.startsWith("\u00FE\u00FF");
        if (!mark
                && declared.find()
                && !declared.group(1).toLowerCase(java.util.Locale.ROOT).startsWith("utf")) {
            try {
                return Charset.forName(declared.group(1))
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (IllegalCharsetNameException | UnsupportedCharsetException | CharacterCodingException e) {
                return TextDecoder.decode(bytes);
            }
        }
        return TextDecoder.decode(bytes);
    }
}
