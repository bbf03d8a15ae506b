package coalition.ingest;

import coalition.document.Document;

/** Reads the text of files of one format. Implementations are safe for several threads. */
public interface DocumentReader {
    /** Whether files of this name are of this format; the name in lower case, without folders. */
    boolean accepts(String name);

    /** Whether reading this format is so intricate that a file is read in a process of its own. */
    default boolean isIntricate() {
        return false;
    }

    /**
     * The file's text with its structure; at least one block.
     *
     * @throws UnreadableFileException where there is no text to be had, saying why
     */
    Document read(SourceFile file);
}
