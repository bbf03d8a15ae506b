package coalition.ingest;

import java.time.Duration;

/**
 * How a folder is read.
 *
 * @param threads documents read and encoded at once, 1 or more
 * @param mostBytes the largest file that is read
 * @param patience how long one file may take to be read
 * @param encoder names the encoder; vectors made by one of another name are made anew
 */
public record IngestOptions(int threads, long mostBytes, Duration patience, String encoder) {
    public IngestOptions {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        if (mostBytes < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("limits of " + mostBytes + " bytes and " + patience);
        }
    }

    /** A thread a core, files up to 20 MB, 10 seconds each, all-minilm-l6-v2. */
    public static IngestOptions standard() {
        return new IngestOptions(
                Runtime.getRuntime().availableProcessors(), 20_000_000, Duration.ofSeconds(10), "all-minilm-l6-v2");
    }
}
