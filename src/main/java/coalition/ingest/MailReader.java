package coalition.ingest;

import coalition.document.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
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
        Message message = message(file.bytes());
        if (raw(message, "From").isEmpty() && raw(message, "Subject").isEmpty()) {
            throw new UnreadableFileException(
                    file.bytes().length == 0 ? SkipReason.EMPTY : SkipReason.UNREADABLE,
                    file.bytes().length == 0 ? "" : "it has neither a sender nor a subject");
        }
        Extraction extraction = new Extraction();
        for (String name : SHOWN) {
            String value = header(message, name);
            if (!value.isBlank()) {
                extraction.append(name + ": " + value);
                extraction.endBlock();
            }
        }
        readable(message, DEEPEST).ifPresent(part -> add(part, extraction));
        return extraction.document(file, header(message, "Subject"));
    }

    private static Message message(byte[] bytes) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            return builder.parseMessage(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is damaged");
        }
    }

    private static Optional<Field> raw(Entity part, String name) {
        return Optional.ofNullable(part.getHeader()).map(header -> header.getField(name));
    }

    /** A header as people read it; empty where there is none. */
    private static String header(Entity part, String name) {
        return raw(part, name)
                .map(field -> DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT)
                        .strip())
                .orElse("");
    }

    /** The part to read: the plainest of several forms, else the first that is text. */
    private static Optional<Entity> readable(Entity part, int depth) {
        if (depth == 0 || "attachment".equals(part.getDispositionType())) {
            return Optional.empty();
        }
        if (!(part.getBody() instanceof Multipart several)) {
            return part.getBody() instanceof SingleBody && part.getMimeType().startsWith("text/")
                    ? Optional.of(part)
                    : Optional.empty();
        }
        List<Entity> found = several.getBodyParts().stream()
                .flatMap(p -> readable(p, depth - 1).stream())
                .toList();
        return found.stream()
                .filter(p -> p.getMimeType().equals("text/plain"))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static void add(Entity part, Extraction extraction) {
        if (part.getMimeType().equals("text/html")) {
            Jsoup.parse(text(part)).body().traverse(new HtmlBlocks(extraction));
            extraction.endBlock();
            return;
        }
        for (String paragraph : PARAGRAPH.split(text(part).strip())) {
            for (String item : ITEM.split(paragraph)) {
                extraction.append(item.strip());
                extraction.endBlock();
            }
        }
    }

    /** The body as text, in the encoding it names; in the one its bytes show where it names none that is known. */
    private static String text(Entity part) {
        try (InputStream body = ((SingleBody) part.getBody()).getInputStream()) {
            byte[] bytes = body.readAllBytes();
            String named = part.getHeader().getField("Content-Type") instanceof ContentTypeField type
                    ? Objects.requireNonNullElse(type.getCharset(), "")
                    : "";
            if (bytes.length == 0) {
                return "";
            }
            return named.isEmpty() || !isKnown(named)
                    ? TextDecoder.decode(bytes)
                    : new String(bytes, Charset.forName(named));
        } catch (IOException e) {
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is damaged");
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
