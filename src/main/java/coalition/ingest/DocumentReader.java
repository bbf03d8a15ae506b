package coalition.ingest;

import coalition.document.Document;

/** Reads the text of files of one format. Implementations are safe for several threads. */
public interface DocumentReader {
    /** Whether files of this name are of this format; the name in lower case, without folders. */
    boolean accepts(String name);

    /**
     * The file's text with its structure; at least one block.
     *
     * @throws UnreadableFileException where there is no text to be had, saying why
     */
    Document read(SourceFile file);
}
