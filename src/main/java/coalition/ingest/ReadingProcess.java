package coalition.ingest;

import coalition.document.Document;
import coalition.document.DocumentId;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;

/**
 * The other side of {@link ChildReader}: a process that reads one file after the other from its standard input and writes what it
 * made of each to its standard output, until the input ends.
 */
public final class ReadingProcess {
    static final int READY = 42;
    static final int DOCUMENT = 1;
    static final int UNREADABLE = 2;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final GuardedReaders readers;

    private ReadingProcess(InputStream in, OutputStream out, GuardedReaders readers) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
        this.readers = readers;
    }

    /** Started by {@link ChildReader}; takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        OutputStream out = System.out;
        System.setOut(System.err);
        GuardedReaders readers = new GuardedReaders(Readers.all(), Duration.ofDays(1));
        new ReadingProcess(System.in, out, readers).run();
    }

    private void run() throws IOException {
        out.writeByte(READY);
        out.flush();
        while (true) {
            SourceFile file;
            try {
                file = next();
            } catch (EOFException e) {
                return;
            }
            answer(file);
            out.flush();
        }
    }

    private SourceFile next() throws IOException {
        DocumentId id = new DocumentId(DocumentBytes.readText(in));
        String hash = in.readUTF();
        Instant modified = Instant.ofEpochSecond(in.readLong(), in.readInt());
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new SourceFile(id, bytes, hash, modified);
    }

    private void answer(SourceFile file) throws IOException {
        try {
            DocumentReader reader =
                    readers.forName(file.name()).orElseThrow(() -> new UnreadableFileException(SkipReason.UNSUPPORTED));
            write(readers.read(reader, file));
        } catch (UnreadableFileException e) {
            out.writeByte(UNREADABLE);
            out.writeUTF(e.reason().name());
            out.writeUTF(e.detail());
        }
    }

    private void write(Document document) throws IOException {
        byte[] structure = DocumentBytes.structure(document);
        out.writeByte(DOCUMENT);
        DocumentBytes.writeText(out, document.title());
        DocumentBytes.writeText(out, document.text());
        out.writeInt(structure.length);
        out.write(structure);
    }

    /** Sends a file to the process at the other end. */
    static void send(SourceFile file, DataOutputStream out) throws IOException {
        DocumentBytes.writeText(out, file.id().value());
        out.writeUTF(file.hash());
        Instant modified = file.modified();
        out.writeLong(modified.getEpochSecond());
        out.writeInt(modified.getNano());
        out.writeInt(file.bytes().length);
        out.write(file.bytes());
        out.flush();
    }

    /** What the process at the other end made of the file. */
    static Document receive(SourceFile file, DataInputStream in) throws IOException {
        if (in.readByte() == UNREADABLE) {
            throw new UnreadableFileException(SkipReason.valueOf(in.readUTF()), in.readUTF());
        }
        String title = DocumentBytes.readText(in);
        String text = DocumentBytes.readText(in);
        byte[] structure = new byte[in.readInt()];
        in.readFully(structure);
        return DocumentBytes.document(file.id(), file.hash(), title, text, file.modified(), structure);
    }
}
