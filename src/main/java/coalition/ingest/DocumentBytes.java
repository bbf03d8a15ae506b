package coalition.ingest;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Heading;
import coalition.document.PageStart;
import coalition.document.Sentence;
import coalition.document.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A document's structure, and a chunk's sentences, as bytes. */
final class DocumentBytes {
    private DocumentBytes() {}

    /** Headings, pages and blocks. */
    static byte[] structure(Document document) {
        return written(out -> writeStructure(out, document));
    }

    /** The document of this text with the structure that was written. */
    static Document document(
            DocumentId id, String hash, String title, String text, Instant modified, byte[] structure) {
        return readFrom(structure, in -> {
            List<Heading> headings = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                headings.add(new Heading(in.readInt(), in.readInt(), readText(in)));
            }
            List<PageStart> pages = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                pages.add(new PageStart(in.readInt(), in.readInt()));
            }
            List<Span> blocks = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                blocks.add(new Span(in.readInt(), in.readInt()));
            }
            return new Document(id, hash, title, text, headings, pages, blocks, modified);
        });
    }

    private static void writeStructure(DataOutputStream out, Document document) throws IOException {
        out.writeInt(document.headings().size());
        for (Heading heading : document.headings()) {
            out.writeInt(heading.start());
            out.writeInt(heading.level());
            writeText(out, heading.text());
        }
        out.writeInt(document.pages().size());
        for (PageStart page : document.pages()) {
            out.writeInt(page.start());
            out.writeInt(page.number());
        }
        out.writeInt(document.blocks().size());
        for (Span block : document.blocks()) {
            out.writeInt(block.start());
            out.writeInt(block.end());
        }
    }

    /** The places of a chunk's sentences, counted from its start. */
    static byte[] sentences(Span chunk, List<Sentence> sentences) {
        return written(out -> {
            for (Sentence sentence : sentences) {
                out.writeInt(sentence.span().start() - chunk.start());
                out.writeInt(sentence.span().end() - chunk.start());
            }
        });
    }

    static List<Sentence> sentences(Span chunk, String text, byte[] bytes) {
        return readFrom(bytes, in -> {
            List<Sentence> sentences = new ArrayList<>();
            for (int n = bytes.length / (2 * Integer.BYTES); n > 0; n--) {
                Span span = new Span(in.readInt(), in.readInt());
                sentences.add(new Sentence(
                        new Span(chunk.start() + span.start(), chunk.start() + span.end()), span.in(text)));
            }
            return sentences;
        });
    }

    /** A text of any length and any units. */
    static void writeText(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        out.write(bytes.array());
    }

    static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt() * Character.BYTES];
        in.readFully(bytes);
        CharBuffer units = ByteBuffer.wrap(bytes).asCharBuffer();
        return units.toString();
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T readFrom(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }
}
