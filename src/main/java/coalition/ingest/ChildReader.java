package coalition.ingest;

import coalition.document.Document;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads files in a Java process of its own with little memory, which is ended when a file takes too long: whatever a file does there,
 * it does to that process. For one file at a time.
 */
final class ChildReader implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> KEPT = List.of("PATH", "HOME", "TMPDIR", "TEMP", "LANG", "SYSTEMROOT");

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean usable = true;

    private ChildReader(Process process) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** Starts the process; an IOException where it does not start. */
    static ChildReader start() throws IOException {
        String temporary = System.getProperty("java.io.tmpdir");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Dpdfbox.fontcache=" + temporary,
                "-cp",
                classPath(),
                ReadingProcess.class.getName());
        builder.environment().keySet().retainAll(KEPT);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        ChildReader child = new ChildReader(builder.start());
        try {
            if (child.within(START, child.in::readByte) != ReadingProcess.READY) {
                throw new IOException("the process that reads files says something else");
            }
            return child;
        } catch (TimeoutException | ExecutionException e) {
            child.close();
            throw new IOException("the process that reads files does not start", e);
        }
    }

    /** This process's class path, also where the classes came from a loader of their own. */
    private static String classPath() {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        if (ReadingProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                if (url.getProtocol().equals("file")) {
                    path.append(File.pathSeparator).append(Path.of(URI.create(url.toString())));
                }
            }
        }
        return path.toString();
    }

    /** Whether it can read another file. */
    boolean isUsable() {
        return usable && process.isAlive();
    }

    /** The document; every failure is an {@link UnreadableFileException}. */
    Document read(SourceFile file, Duration patience) {
        try {
            return within(patience, () -> {
                ReadingProcess.send(file, out);
                return ReadingProcess.receive(file, in);
            });
        } catch (TimeoutException e) {
            close();
            throw new UnreadableFileException(SkipReason.TOO_SLOW);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            close();
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it takes too much memory or is damaged");
        }
    }

    private <T> T within(Duration patience, Callable<T> work) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("reading-process").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new UnreadableFileException(SkipReason.UNREADABLE, "reading was interrupted");
        }
    }

    @Override
    public void close() {
        usable = false;
        process.destroyForcibly();
    }
}
