package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Brings a store out of its folder and back: as JSON lines, and as a backup of its database. */
final class StoreTransfer {
    private static final int ENTRIES_A_CHANGE = 1_000;

    private final StoreFile file;
    private final EntryWriting writing;

    StoreTransfer(StoreFile file, EntryWriting writing) {
        this.file = file;
        this.writing = writing;
    }

    /** Writes to a temporary name and renames, so that the target is whole or not there. */
    void export(Path target) {
        Path part = part(target);
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                StoreExport.writeHead(out, writing.state().dimension());
                writing.forEachSlice(slice -> {
                    try {
                        for (Entry entry : slice) {
                            StoreExport.write(out, entry);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            move(part, target);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("cannot export the store in '" + file.folder() + "' to '" + target + "': " + e, e);
        }
    }

    long importFrom(Path source) {
        long number = 1;
        try (BufferedReader in = Files.newBufferedReader(source)) {
            StoreExport.readHead(in);
            List<Entry> entries = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                entries.add(StoreExport.read(line));
                if (entries.size() == ENTRIES_A_CHANGE) {
                    add(entries);
                    entries.clear();
                }
            }
            add(entries);
            return number - 1;
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    "cannot import '" + source + "', line " + number + ": " + e.getMessage()
                            + "; the entries of the lines before may have been added",
                    e);
        }
    }

    private void add(List<Entry> entries) {
        List<String> ids = new ArrayList<>();
        List<Embedding> embeddings = new ArrayList<>();
        List<@Nullable TextSegment> segments = new ArrayList<>();
        for (Entry entry : entries) {
            ids.add(entry.id());
            embeddings.add(entry.embedding());
            segments.add(entry.segment());
        }
        writing.add(ids, embeddings, segments);
    }

    void backup(Path target) {
        Path part = part(target);
        try {
            file.read(session -> {
                session.execute("backup to '" + part.toString().replace("'", "''") + "'");
                return true;
            });
            move(part, target);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot back up the store in '" + file.folder() + "' to '" + target + "': " + e, e);
        }
    }

    static void restore(Path backup, Path folder) {
        Path database = folder.resolve("entries.mv.db");
        if (Files.exists(database)) {
            throw new StoreException(
                    "cannot restore into '" + folder + "': there is a store already; move it away first");
        }
        try (InputStream in = Files.newInputStream(backup);
                ZipInputStream zip = new ZipInputStream(in)) {
            Files.createDirectories(folder);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    Files.copy(zip, part(database));
                    move(part(database), database);
                    return;
                }
            }
            throw new IOException("it holds no database");
        } catch (IOException e) {
            throw new StoreException("cannot restore '" + backup + "' into '" + folder + "': " + e.getMessage(), e);
        }
    }

    private static Path part(Path target) {
        return target.toAbsolutePath().resolveSibling(target.getFileName() + ".part");
    }

    private static void move(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
