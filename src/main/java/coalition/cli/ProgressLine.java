package coalition.cli;

import coalition.ingest.IndexingProgress;
import java.util.Locale;

/** Shows on a terminal how far indexing is, on one line that goes away at the end; elsewhere nothing. */
public final class ProgressLine implements IndexingProgress, AutoCloseable {
    private static final int BAR = 24;
    private static final long BETWEEN = 80_000_000L;

    private final Terminal terminal;
    private long shown = System.nanoTime() - BETWEEN;
    private boolean any;

    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(int documents, int total, int chunks, double chunksASecond) {
        if (!terminal.live() || total == 0 || System.nanoTime() - shown < BETWEEN) {
            return;
        }
        shown = System.nanoTime();
        any = true;
        int filled = BAR * documents / total;
        terminal.err()
                .print("\r\033[K" + "█".repeat(filled) + "░".repeat(BAR - filled)
                        + String.format(
                                Locale.ROOT,
                                " %d of %d documents, %d chunks, %.0f a second",
                                documents,
                                total,
                                chunks,
                                chunksASecond));
        terminal.err().flush();
    }

    @Override
    public void close() {
        if (any) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}
