package coalition.ingest;

import coalition.document.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads each file so that one that never ends, runs out of stack or eats memory ends for that file alone: files of simple formats on
 * a thread of their own, large files and those of intricate formats in a process of their own. Safe for several threads.
 */
final class GuardedReaders implements AutoCloseable {
    private static final int STACK_BYTES = 4 << 20;
    private static final int LARGE = 1_000_000;

    private final List<DocumentReader> readers;
    private final Duration patience;
    private final ConcurrentLinkedDeque<ChildReader> children = new ConcurrentLinkedDeque<>();

    GuardedReaders(List<DocumentReader> readers, Duration patience) {
        this.readers = List.copyOf(readers);
        this.patience = patience;
    }

    /** The reader for a file of this name in lower case; empty where the format is not supported. */
    Optional<DocumentReader> forName(String name) {
        return readers.stream().filter(reader -> reader.accepts(name)).findFirst();
    }

    /** What the file's reader makes of it, apart where that is wise; every failure is an {@link UnreadableFileException}. */
    Document readApart(DocumentReader reader, SourceFile file) {
        if (!reader.isIntricate() && file.bytes().length < LARGE) {
            return read(reader, file);
        }
        Optional<ChildReader> child = child();
        if (child.isEmpty()) {
            return read(reader, file);
        }
        try {
            return child.get().read(file, patience);
        } finally {
            if (child.get().isUsable()) {
                children.push(child.get());
            }
        }
    }

    private Optional<ChildReader> child() {
        ChildReader idle = children.poll();
        if (idle != null && idle.isUsable()) {
            return Optional.of(idle);
        }
        try {
            return Optional.of(ChildReader.start());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the reader makes of the file on a thread of this process; every failure is an {@link UnreadableFileException}. */
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

    /** Ends the processes that were started. */
    @Override
    public void close() {
        for (ChildReader child = children.poll(); child != null; child = children.poll()) {
            child.close();
        }
    }
}
