package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.feedback.FeedbackLog;
import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sockets that close, are replaced or fall silent, again and again; prints threads and heap. {@code -Dslack.cycles=500} for a long
 * run.
 */
class ReconnectTest {
    private static final int CYCLES = Integer.getInteger("slack.cycles", 50);

    private static final int WARM = Math.min(9, CYCLES - 1);

    private final Bench bench = new Bench();
    private int asked;

    @AfterEach
    void close() {
        bench.close();
    }

    /** Sends an event as Slack does, again until it is acknowledged, and waits for its one answer. */
    private void askAndAwait() {
        int n = ++asked;
        JsonObject event = Events.mention("Ev" + n, "C" + n % 7, n + ".1", "", "U" + n, "who?");
        for (int i = 0; i < 40; i++) {
            try {
                bench.slack.socket().event(event).get(1, TimeUnit.SECONDS);
                break;
            } catch (TimeoutException again) {
                // sent again, as Slack does
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        Bench.soon().until(() -> bench.slack.thread("C" + n % 7, n + ".1").size() == 1);
    }

    private void awaitSocket(int opened) {
        try {
            Bench.soon()
                    .until(() -> bench.slack.socket().opened() > opened
                            && bench.face.health().getFirst().good());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no fresh socket after " + opened, e);
        }
    }

    @Test
    void comesBackAfterEveryEndWithoutGrowing() {
        bench.betweenSockets = Duration.ofMillis(100);
        bench.with(bench.settings).start();
        askAndAwait();
        int threads = 0;
        long heap = 0;
        for (int i = 0; i < CYCLES; i++) {
            int opened = bench.slack.socket().opened();
            FakeSocket socket = bench.slack.socket();
            switch (i % 25) {
                case 4 -> socket.freeze();
                default -> {
                    switch (i % 5) {
                        case 0 -> socket.cut();
                        case 1 -> socket.disconnect("refresh_requested");
                        case 2 -> socket.disconnect("warning");
                        case 3 -> socket.disconnectAndClose("refresh_requested");
                        default -> socket.disconnectAndClose("warning");
                    }
                }
            }
            // whoever asks in this very moment is answered too
            askAndAwait();
            awaitSocket(opened);
            askAndAwait();
            if (i == WARM) {
                threads = ManagementFactory.getThreadMXBean().getThreadCount();
                heap = heap();
            }
        }
        int grown = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        long kept = (heap() - heap) / 1_024;
        System.out.printf(
                "%d cycles: threads %d, %+d since cycle %d; heap %d KB, %+d KB since%n",
                CYCLES, threads, grown, WARM, heap / 1_024, kept);
        assertThat(grown).isLessThanOrEqualTo(4);
        // what the fake remembers of each call and message is in it
        assertThat(kept).isLessThan(100L * CYCLES);
        assertThat(bench.slack.messages()).hasSize(asked);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void goesOnTryingWhenSlackOpensNoSocket() {
        bench.start();
        List<FakeSlack.Fault> faults = List.of(
                FakeSlack.Fault.error("internal_error"),
                FakeSlack.Fault.limited("1"),
                FakeSlack.Fault.status(503),
                FakeSlack.Fault.cutAfter(),
                new FakeSlack.Fault(200, "no JSON", "", false),
                new FakeSlack.Fault(200, "{\"ok\":true,\"url\":\"ws://127.0.0.1:1/link\"}", "", false));
        int before = bench.slack.calls("apps.connections.open").size();
        bench.slack.faults((method, call) -> {
            int done = bench.slack.calls("apps.connections.open").size() - before;
            return method.equals("apps.connections.open") && done < faults.size()
                    ? Optional.of(faults.get(done))
                    : Optional.empty();
        });
        bench.slack.socket().cut();
        Bench.patiently()
                .until(() -> bench.slack.calls("apps.connections.open").size() > before + faults.size()
                        && bench.face.health().getFirst().good());
        askAndAwait();
        List<FakeSlack.Call> calls = bench.slack.calls("apps.connections.open");
        for (int i = 1; i < calls.size(); i++) {
            assertThat(calls.get(i).at() - calls.get(i - 1).at()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    @Test
    void keepsASocketWhoseOtherSideNeverAnsweredPings() {
        bench.betweenSockets = Duration.ofMillis(100);
        bench.slack.socket().ignorePings();
        bench.with(bench.settings).start();
        askAndAwait();
        int opened = bench.slack.socket().opened();
        bench.slack.socket().awaitPings(4);
        askAndAwait();
        assertThat(bench.slack.socket().opened()).isEqualTo(opened);
    }

    @Test
    void hearsOnAfterManyErrorsInAListener() {
        FeedbackLog broken = (FeedbackLog) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeedbackLog.class}, (proxy, method, arguments) -> {
                    throw new StackOverflowError();
                });
        bench.feedback = broken;
        bench.with(bench.settings).start();
        askAndAwait();
        String value = bench.slack.messages().getFirst().blocks.replaceFirst("(?s).*\"(up [^\"]+)\".*", "$1");
        for (int i = 0; i < 20; i++) {
            var unused = bench.slack
                    .socket()
                    .send("interactive", Events.click("U1", "C1", "1.2", "1.1", Actions.FEEDBACK, value, ""), true);
        }
        askAndAwait();
        assertThat(bench.slack.messages()).hasSize(2);
    }
}
