package coalition.model;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call over HTTP: until when it may last, what the server said of it, and how to end it without interrupting a thread. The
 * call in hand of a thread is found by {@link #current()}, because the clients in between pass nothing on. Safe for several threads.
 */
final class HttpCall {
    private static final ThreadLocal<HttpCall> CURRENT = new ThreadLocal<>();

    private final long deadline;
    private final List<Closeable> open = new ArrayList<>();
    private boolean cancelled;
    private volatile Runnable whenOver = () -> {};
    private volatile int status;
    private volatile String complaint = "";
    private volatile Optional<Duration> retryAfter = Optional.empty();

    /** A call that may last this long from now. */
    HttpCall(Duration within) {
        this.deadline = System.nanoTime() + within.toNanos();
    }

    static HttpCall current() {
        HttpCall call = CURRENT.get();
        return call == null ? new HttpCall(Duration.ofSeconds(60)) : call;
    }

    /** Runs the work with this call in hand. */
    void run(Runnable work) {
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Nanoseconds left; 0 or less when it is over. */
    long left() {
        return deadline - System.nanoTime();
    }

    /** Closes this when the call is cancelled; at once when it already is. */
    void closing(Closeable resource) {
        synchronized (this) {
            if (!cancelled) {
                open.add(resource);
                return;
            }
        }
        close(resource);
    }

    /** Ends the call: what waits for it sees an I/O fault. */
    void cancel() {
        List<Closeable> closing;
        synchronized (this) {
            cancelled = true;
            closing = List.copyOf(open);
            open.clear();
        }
        closing.forEach(HttpCall::close);
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    /** What to run when the stream is over, whether it ended well or not. */
    void whenOver(Runnable work) {
        whenOver = work;
    }

    /** Says that the stream is over. */
    void end() {
        whenOver.run();
    }

    void answered(int code, Optional<Duration> after) {
        status = code;
        retryAfter = after;
    }

    /** The server says in a line why it does not answer; the line may repeat the key. */
    void complained(String line) {
        complaint = line;
    }

    /** Empty where it does not say. */
    String complaint() {
        return complaint;
    }

    /** The server's status; 0 where it has not answered. */
    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // it is given up: a fault of closing it tells nothing more
        }
    }
}
