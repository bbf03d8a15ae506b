package coalition.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out: every call that changes something at Slack. One lane a channel, about one message a second in it; waits as
 * long as Slack asks; tries again within bounds. Safe for several threads.
 */
final class SlackGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackGateway.class);
    private static final int MOST_PENDING = 5_000;
    private static final int MOST_LANES = 500;
    private static final int BURST = 3;
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final int MOST_LIMITED = 10;
    private static final Set<String> TRANSIENT = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "accesslimited",
            "unreachable");
    private static final Set<String> FINAL = Set.of(
            "channel_not_found",
            "not_in_channel",
            "is_archived",
            "user_not_in_channel",
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "not_allowed_token_type",
            "no_permission",
            "ekm_access_denied",
            "restricted_action",
            "invalid_blocks",
            "invalid_blocks_format",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "invalid_arguments",
            "message_not_found",
            "cant_update_message",
            "streaming_state_conflict",
            "edit_window_closed",
            "already_reacted",
            "no_reaction",
            "unknown_method",
            "expired_trigger_id",
            "exchanged_trigger_id",
            "invalid_trigger_id",
            "trigger_expired",
            "expired_url",
            "used_url",
            "messages_tab_disabled",
            "user_not_found",
            "cannot_dm_bot",
            "thread_not_found",
            "not_found",
            "view_not_found",
            "hash_conflict",
            "not_enabled",
            "invalid_thread_ts",
            "not_authorized");

    private final MethodsClient client;
    private final Clock clock;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final ScheduledThreadPoolExecutor pool;
    private int pending;

    SlackGateway(MethodsClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.pool = new ScheduledThreadPoolExecutor(
                8, work -> Thread.ofPlatform().name("slack-sender").daemon().unstarted(work));
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        pool.setRemoveOnCancelPolicy(true);
    }

    private static final class Lane {
        private final Deque<Job<?>> jobs = new ArrayDeque<>();
        private boolean running;
        private double tokens = BURST;
        private Instant filled;
        private Instant notBefore;

        Lane(Instant now) {
            this.filled = now;
            this.notBefore = now;
        }

        Duration wait(Instant now, boolean paced) {
            tokens = Math.min(BURST, tokens + Duration.between(filled, now).toMillis() / 1_000.0);
            filled = now;
            Duration asked = Duration.between(now, notBefore);
            Duration pace =
                    paced && tokens < 1 ? Duration.ofMillis((long) Math.ceil((1 - tokens) * 1_000)) : Duration.ZERO;
            return asked.compareTo(pace) > 0 ? asked : pace;
        }
    }

    private static final class Job<T extends SlackApiTextResponse> {
        private final Errand<T> errand;
        private final Instant since;
        private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
        private int tried;
        private int limited;
        private boolean unsure;

        Job(Errand<T> errand, Instant since) {
            this.errand = errand;
            this.since = since;
        }
    }

    /** Sends in its turn. The future always completes, never with an exception, unless the gateway is closed before. */
    <T extends SlackApiTextResponse> CompletableFuture<Outcome<T>> send(Errand<T> errand) {
        Job<T> job = new Job<>(errand, clock.instant());
        synchronized (lanes) {
            if (pending >= MOST_PENDING) {
                return CompletableFuture.completedFuture(
                        Outcome.failed("too_many", "too many messages wait for Slack already"));
            }
            pending++;
            if (lanes.size() > MOST_LANES) {
                lanes.values().removeIf(l -> !l.running);
            }
            Lane lane = lanes.computeIfAbsent(errand.lane(), k -> new Lane(clock.instant()));
            lane.jobs.add(job);
            if (!lane.running) {
                lane.running = true;
                later(lane, Duration.ZERO);
            }
        }
        return job.outcome;
    }

    /** How many calls wait. */
    int waiting() {
        synchronized (lanes) {
            return pending;
        }
    }

    private void later(Lane lane, Duration wait) {
        try {
            var unused = pool.schedule(() -> pump(lane), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the sender is closed; what is left waits for the next start");
        }
    }

    private void pump(Lane lane) {
        Job<?> job;
        synchronized (lanes) {
            job = lane.jobs.peek();
            if (job == null) {
                lane.running = false;
                return;
            }
            Duration wait = lane.wait(clock.instant(), job.errand.paced());
            if (wait.isPositive()) {
                later(lane, wait);
                return;
            }
            lane.tokens -= job.errand.paced() ? 1 : 0;
        }
        boolean over = true;
        try {
            over = attempt(lane, job);
        } catch (Throwable e) {
            LOG.error("cannot send {}: {}", job.errand.method(), e.toString());
            job.outcome.complete(Outcome.failed("unreachable", e.toString()));
        }
        synchronized (lanes) {
            if (over) {
                lane.jobs.poll();
                pending--;
            }
            later(lane, Duration.ZERO);
        }
    }

    private <T extends SlackApiTextResponse> boolean attempt(Lane lane, Job<T> job) {
        if (job.unsure) {
            Optional<T> arrived = job.errand.done().get();
            if (arrived.isPresent()) {
                job.outcome.complete(Outcome.done(arrived.get()));
                return true;
            }
        }
        job.tried++;
        try {
            T response = job.errand.call().on(client);
            if (response.isOk()) {
                job.outcome.complete(Outcome.done(response));
                return true;
            }
            String error = response.getError() == null ? "unknown_error" : response.getError();
            return failed(lane, job, error, "Slack says " + error, backOff(job.tried));
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            if (status == 429) {
                job.limited++;
                job.tried--;
                return failed(
                        lane,
                        job,
                        "ratelimited",
                        "Slack's rate limit",
                        RetryAfter.read(e.getResponse().header("Retry-After"), clock));
            }
            return failed(lane, job, "http_" + status, "Slack answered with HTTP " + status, backOff(job.tried));
        } catch (IOException | RuntimeException e) {
            job.unsure = !(e instanceof ConnectException) && !(e instanceof UnknownHostException);
            return failed(
                    lane,
                    job,
                    "unreachable",
                    "no answer from Slack (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
                    backOff(job.tried));
        }
    }

    private <T extends SlackApiTextResponse> boolean failed(
            Lane lane, Job<T> job, String error, String problem, Duration wait) {
        int tries = TRANSIENT.contains(error) || error.startsWith("http_5")
                ? job.errand.tries()
                : Math.min(3, job.errand.tries());
        boolean late = Duration.between(job.since, clock.instant().plus(wait)).compareTo(DEADLINE) > 0;
        if (FINAL.contains(error) || job.tried >= tries || job.limited >= MOST_LIMITED || late) {
            job.outcome.complete(Outcome.failed(error, job.errand.method() + ": " + problem));
            return true;
        }
        synchronized (lanes) {
            lane.notBefore = clock.instant().plus(wait);
        }
        LOG.debug("{} again in {} ms: {}", job.errand.method(), wait.toMillis(), problem);
        return false;
    }

    private static Duration backOff(int tried) {
        long base = 250L << Math.min(tried, 6);
        return Duration.ofMillis(base + ThreadLocalRandom.current().nextLong(base / 2));
    }

    /** Waits until nothing is left to send, or for this long. */
    void drain(Duration longest) {
        Instant end = clock.instant().plus(longest);
        try {
            while (waiting() > 0 && clock.instant().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends nothing more. What was not sent stays open in the ledger. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(3, TimeUnit.SECONDS)) {
                LOG.warn("a call to Slack is still in the air; it is looked for at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
