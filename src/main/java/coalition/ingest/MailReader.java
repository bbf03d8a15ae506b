package coalition.ingest;

import coalition.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Reads messages as mail programs save them. From, To, Cc, Date and Subject are blocks, and so is each paragraph and list item of the
 * text; of a message in several forms the plain one is taken; what was sent along is left out. The title is the subject, offsets
 * count the extracted text. Safe for several threads.
 */
public final class MailReader implements DocumentReader {
    private static final List<String> SHOWN = List.of("From", "To", "Cc", "Date", "Subject");
    private static final Pattern PARAGRAPH = Pattern.compile("\\R[ \\t>]*\\R");
    private static final Pattern ITEM = Pattern.compile("\\R(?=[ \\t]*(?:[-*•–]|\\d{1,3}[.)])[ \\t]+\\S)");
    private static final int DEEPEST = 8;

    @Override
    public boolean accepts(String name) {
        return name.endsWith(".eml");
    }

    @Override
    public Document read(SourceFile file) {
        MailPart message = MailPart.of(new String(file.bytes(), StandardCharsets.ISO_8859_1));
        if (!message.headers().containsKey("from") && !message.headers().containsKey("subject")) {
            throw new UnreadableFileException(
                    file.bytes().length == 0 ? SkipReason.EMPTY : SkipReason.UNREADABLE,
                    file.bytes().length == 0 ? "" : "it has neither a sender nor a subject");
        }
        Extraction extraction = new Extraction();
        for (String name : SHOWN) {
            String value = message.header(name.toLowerCase(java.util.Locale.ROOT));
            if (!value.isBlank()) {
                extraction.append(name + ": " + value);
                extraction.endBlock();
            }
        }
        readable(message, DEEPEST).ifPresent(part -> add(part, extraction));
        return extraction.document(file, message.header("subject"));
    }

    /** The part to read: the plainest of several forms, else the first that is text. */
    private static Optional<MailPart> readable(MailPart part, int depth) {
        if (part.isAttached() || depth == 0) {
            return Optional.empty();
        }
        if (!part.type().startsWith("multipart/")) {
            return part.type().startsWith("text/") ? Optional.of(part) : Optional.empty();
        }
        List<MailPart> found = part.parts().stream()
                .flatMap(p -> readable(p, depth - 1).stream())
                .toList();
        return found.stream()
                .filter(p -> p.type().equals("text/plain"))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static void add(MailPart part, Extraction extraction) {
        if (part.type().equals("text/html")) {
            Jsoup.parse(part.text()).body().traverse(new HtmlBlocks(extraction));
            extraction.endBlock();
            return;
        }
        for (String paragraph : PARAGRAPH.split(part.text().strip())) {
            for (String item : ITEM.split(paragraph)) {
                extraction.append(item.strip());
                extraction.endBlock();
            }
        }
    }
}
