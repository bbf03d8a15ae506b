package coalition.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to Slack by WebSocket, kept open by a watcher of our own: a socket that closed, that Slack wants replaced, or that
 * answers no pings gets a fresh one, with growing pauses, at most one attempt in ten seconds, later where Slack says so.
 */
final class SocketDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration TO_OPEN = Duration.ofSeconds(10);
    private static final Set<String> HOPELESS = Set.of(
            "invalid_auth",
            "not_authed",
            "not_allowed_token_type",
            "missing_scope",
            "account_inactive",
            "token_revoked",
            "forbidden_team",
            "socket_mode_not_enabled",
            "app_not_found");

    private final Slack slack;
    private final String appToken;
    private final App app;
    private final Clock clock;
    private final Duration between;
    private final Duration look;
    private final ThreadPoolExecutor ears = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(5_000),
            work -> Thread.ofPlatform().name("slack-ear").daemon().unstarted(work));
    private final Object change = new Object();
    private @Nullable SocketConnection current;
    private boolean wanted;
    private boolean open = true;
    private int failures;
    private String trouble = "";
    private long nextTry;
    private @Nullable Thread watcher;

    /**
     * Makes a door that is closed.
     *
     * @param between the shortest time between two attempts; twice as often it is looked whether the socket answers
     */
    SocketDoor(Slack slack, String appToken, App app, Clock clock, Duration between) {
        this.between = between;
        this.look = between.dividedBy(2);
        this.slack = slack;
        this.appToken = appToken;
        this.app = app;
        this.clock = clock;
    }

    /**
     * Opens the door and keeps it open.
     *
     * @throws SlackStartException when no live socket is there after this long
     */
    void open(Duration longest) {
        synchronized (change) {
            wanted = true;
            watcher = Thread.ofPlatform().name("slack-socket").daemon().start(this::watch);
            long end = System.nanoTime() + longest.toNanos();
            while (current == null && open) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || isHopeless()) {
                    throw new SlackStartException("cannot open the socket to Slack: "
                            + (trouble.isEmpty() ? "no answer in " + longest.toSeconds() + " seconds" : trouble)
                            + "; check SLACK_APP_TOKEN (xapp-\u2026, scope connections:write), that Socket Mode is on, and the"
                            + " network");
                }
                await(left);
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its only caller loops
    private void await(long millis) {
        try {
            change.wait(Math.max(1, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlackStartException("cannot open the socket to Slack: the start was broken off");
        }
    }

    private boolean isHopeless() {
        return HOPELESS.stream().anyMatch(trouble::contains);
    }

    /** What is wrong with the socket; empty when nothing is. */
    String trouble() {
        synchronized (change) {
            return current != null ? "" : trouble.isEmpty() ? "no socket yet" : trouble;
        }
    }

    private void watch() {
        int silent = 0;
        long lookAt = System.nanoTime() + look.toNanos();
        while (true) {
            SocketConnection now;
            synchronized (change) {
                if (!open) {
                    return;
                }
                now = current;
                try {
                    if (!(wanted && System.nanoTime() >= nextTry)) {
                        change.wait(100);
                    }
                } catch (InterruptedException e) {
                    return;
                }
                if (!open) {
                    return;
                }
            }
            try {
                if (now != null && System.nanoTime() >= lookAt) {
                    silent = now.isSilent() ? silent + 1 : 0;
                    lookAt = System.nanoTime() + look.toNanos();
                    if (silent >= 2) {
                        silent = 0;
                        replace(now, "it answers no pings");
                    }
                }
                renew();
            } catch (Throwable e) {
                LOG.error("the watcher of the socket stumbled and goes on", e);
                failed("something went wrong on our side (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
            }
        }
    }

    private void renew() {
        synchronized (change) {
            if (!wanted || System.nanoTime() < nextTry) {
                return;
            }
            nextTry = System.nanoTime() + between.toNanos();
        }
        String url = url();
        if (url.isEmpty()) {
            return;
        }
        SocketConnection fresh = new SocketConnection(slack, appToken, url, app, ears, this::ended);
        fresh.connect();
        long end = System.nanoTime() + TO_OPEN.toNanos();
        while (System.nanoTime() < end) {
            if (fresh.isLive() || fresh.heard() != 0) {
                established(fresh);
                return;
            }
            pause();
        }
        fresh.close();
        failed("the socket did not open", Duration.ZERO);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void established(SocketConnection fresh) {
        SocketConnection old;
        synchronized (change) {
            old = current;
            current = fresh;
            wanted = false;
            failures = 0;
            trouble = "";
            change.notifyAll();
        }
        LOG.info("the socket to Slack is open");
        if (old != null) {
            old.close();
        }
        // what ended before it was the current one was not minded then
        if (!fresh.end().isEmpty()) {
            replace(fresh, fresh.end());
        }
    }

    private String url() {
        try {
            AppsConnectionsOpenResponse said = slack.methods(appToken).appsConnectionsOpen(r -> r);
            if (said.isOk() && said.getUrl() != null) {
                return said.getUrl();
            }
            failed("apps.connections.open says '" + said.getError() + "'", Duration.ZERO);
        } catch (SlackApiException e) {
            Duration wait = e.getResponse().code() == 429
                    ? RetryAfter.read(e.getResponse().header("Retry-After"), clock)
                    : Duration.ZERO;
            failed("apps.connections.open answers with HTTP " + e.getResponse().code(), wait);
        } catch (IOException | RuntimeException e) {
            failed("no answer from Slack (" + e.getMessage() + ")", Duration.ZERO);
        }
        return "";
    }

    private void failed(String why, Duration asked) {
        synchronized (change) {
            failures++;
            trouble = why;
            long back = between.toMillis() * (1L << Math.min(Math.max(0, failures - 2), 4));
            long capped = Math.min(back, LONGEST_PAUSE.toMillis());
            long jitter = failures > 2 ? ThreadLocalRandom.current().nextLong(capped / 4) : 0;
            nextTry = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(capped + jitter, asked.toMillis()));
            change.notifyAll();
        }
        LOG.warn("cannot open the socket to Slack: {}", why);
    }

    private void ended(SocketConnection connection, String reason) {
        replace(connection, reason);
    }

    /** Wants a new socket. One that Slack only announces to close is used until the new one is there. */
    private void replace(SocketConnection connection, String reason) {
        boolean lost = reason.equals("closed") || reason.equals("it answers no pings");
        synchronized (change) {
            if (!open || connection != current) {
                return;
            }
            wanted = true;
            if (lost) {
                current = null;
                trouble = reason;
            }
            if (reason.equals("too_many_websockets") || reason.equals("link_disabled")) {
                nextTry = Math.max(nextTry, System.nanoTime() + 3 * between.toNanos());
            }
            change.notifyAll();
        }
        if (reason.equals("link_disabled")) {
            LOG.error("Slack says that Socket Mode is switched off for this app; switch it on in the app's settings");
        } else {
            LOG.info("the socket to Slack is being replaced: {}", reason);
        }
        if (lost) {
            Thread.ofPlatform().name("slack-socket-end").daemon().start(connection::close);
        }
    }

    /** Hears nothing more; what was heard is kept first. */
    @Override
    public void close() {
        SocketConnection last;
        Thread thread;
        synchronized (change) {
            open = false;
            last = current;
            current = null;
            thread = watcher;
            change.notifyAll();
        }
        ears.shutdown();
        try {
            if (!ears.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("not everything that was heard could be kept; Slack will send it again");
            }
            if (last != null) {
                last.close();
            }
            if (thread != null) {
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
