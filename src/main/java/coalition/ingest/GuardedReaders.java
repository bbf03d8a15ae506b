package coalition.ingest;

import coalition.document.Document;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads each file on a thread of its own, so that one that never ends or runs out of stack ends for that file alone. */
final class GuardedReaders {
    private static final int STACK_BYTES = 4 << 20;

    private final List<DocumentReader> readers;
    private final Duration patience;

    GuardedReaders(List<DocumentReader> readers, Duration patience) {
        this.readers = List.copyOf(readers);
        this.patience = patience;
    }

    /** The reader for a file of this name in lower case; empty where the format is not supported. */
    Optional<DocumentReader> forName(String name) {
        return readers.stream().filter(reader -> reader.accepts(name)).findFirst();
    }

    /** What the reader makes of the file; every failure is an {@link UnreadableFileException}. */
    Document read(DocumentReader reader, SourceFile file) {
        CompletableFuture<Document> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> read(reader, file, result), "read " + file.id(), STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new UnreadableFileException(SkipReason.TOO_SLOW);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new UnreadableFileException(SkipReason.UNREADABLE, "reading was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is damaged");
        }
    }

    private static void read(DocumentReader reader, SourceFile file, CompletableFuture<Document> result) {
        try {
            result.complete(reader.read(file));
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }
}
