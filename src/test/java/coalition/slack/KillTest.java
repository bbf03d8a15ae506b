package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the bot's process at any moment and looks whether a question that was acknowledged was lost, or answered twice.
 * {@code -Dslack.kills=200} for a long run, {@code -Dslack.seed=N} for the same one again.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("slack.kills", 25);
    private static final int CHANNELS = 200;
    private static final int MOST = 60;
    private static final long SEED = Long.getLong("slack.seed", System.nanoTime());

    @TempDir
    private static Path shared;

    private static ChildCommand command;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<JsonObject> unacknowledged = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private boolean direct;
    private long slowestEnd;
    private long slowestStart;
    private long started;
    private int starts;

    private record Tally(int acknowledged, int answered, int lost, int twice) {}

    @BeforeAll
    static void prepare() throws Exception {
        command = ChildCommand.of(shared);
    }

    @Test
    void losesNothingThatWasAcknowledgedAndAnswersNothingTwice(@TempDir Path folder) throws Exception {
        Tally tally = run(folder, KILLS, "0", false);
        assertThat(tally.lost()).isZero();
        assertThat(tally.twice()).isZero();
        assertThat(tally.acknowledged()).isPositive();
    }

    @Test
    void wouldSeeALossIfTheDatabaseWereLazy(@TempDir Path folder) throws Exception {
        assertThat(run(folder, 3, "500", false).lost()).isPositive();
    }

    @Test
    void finishesTheOneMessageThatGrew(@TempDir Path folder) throws Exception {
        Tally tally = run(folder, Math.max(2, KILLS / 5), "0", true);
        assertThat(tally.lost()).isZero();
        assertThat(tally.twice()).isZero();
        assertThat(tally.acknowledged()).isPositive();
    }

    private Tally run(Path folder, int kills, String writeDelay, boolean grows) throws Exception {
        direct = grows;
        Random random = new Random(SEED);
        try (FakeSlack slack = new FakeSlack()) {
            for (int i = 0; i < kills; i++) {
                tell(slack, i);
                Process bot = startedBot(folder, slack, writeDelay);
                try {
                    AtomicBoolean sending = new AtomicBoolean(true);
                    Thread sender = Thread.ofPlatform().daemon().start(() -> send(slack, sending));
                    awaitMoment(random, i, writeDelay.equals("0") ? MOST : 5);
                    end(bot, i);
                    sending.set(false);
                    sender.join();
                } finally {
                    bot.destroyForcibly();
                }
                Awaitility.await().until(() -> !slack.socket().isConnected());
            }
            Process last = startedBot(folder, slack, writeDelay);
            try {
                return settle(slack);
            } finally {
                last.destroy();
                last.waitFor(10, TimeUnit.SECONDS);
                last.destroyForcibly();
            }
        }
    }

    /** Kills; every tenth time it only tells the bot to end, which then has ten seconds. */
    private void end(Process bot, int kill) throws InterruptedException {
        if (kill % 10 == 2) {
            long told = System.nanoTime();
            bot.destroy();
            assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
            slowestEnd = Math.max(slowestEnd, System.nanoTime() - told);
        } else {
            bot.destroyForcibly().waitFor();
        }
    }

    /** Most kills fall among acknowledgements, every fifth anywhere after the start. */
    private void awaitMoment(Random random, int kill, int most) throws InterruptedException {
        if (kill % 5 == 4) {
            TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(3_000));
            return;
        }
        int target = acknowledged.size() + 1 + random.nextInt(most);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> acknowledged.size() >= target);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
    }

    private List<String> words(Path folder, FakeSlack slack, String writeDelay) {
        String data = folder.toString();
        return direct
                ? command.starting(data, slack.url(), "60", writeDelay, "grows")
                : command.starting(data, slack.url(), "60", writeDelay);
    }

    private Process start(Path folder, FakeSlack slack, String writeDelay) throws IOException {
        return new ProcessBuilder(words(folder, slack, writeDelay))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "bot.log"))
                .start();
    }

    /** A bot that is connected; one that could not sign in in time is started again, as whoever watches over a service does. */
    private Process startedBot(Path folder, FakeSlack slack, String writeDelay) throws Exception {
        for (int i = 0; i < 5; i++) {
            Process bot = start(folder, slack, writeDelay);
            awaitConnection(slack, bot);
            if (bot.isAlive()) {
                return bot;
            }
        }
        throw new AssertionError("the bot does not start: " + Files.readString(folder.resolve("bot.log")));
    }

    private void awaitConnection(FakeSlack slack, Process bot) {
        long begin = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !bot.isAlive() || slack.socket().isConnected());
        long took = System.nanoTime() - begin;
        slowestStart = Math.max(slowestStart, took);
        starts++;
        started += took;
    }

    private void tell(FakeSlack slack, int kills) {
        if (kills > 0 && kills % 25 == 0) {
            System.out.printf("%d kills: %s%n", kills, line(tally(slack)));
        }
    }

    private String line(Tally tally) {
        return "acknowledged %d, answered %d, lost %d, twice %d, start %d ms on average, %d at most, end when told %d ms at most (seed %d)"
                .formatted(
                        tally.acknowledged(),
                        tally.answered(),
                        tally.lost(),
                        tally.twice(),
                        started / Math.max(1, starts) / 1_000_000,
                        slowestStart / 1_000_000,
                        slowestEnd / 1_000_000,
                        SEED);
    }

    private void send(FakeSlack slack, AtomicBoolean sending) {
        List<JsonObject> again;
        synchronized (unacknowledged) {
            again = List.copyOf(unacknowledged);
            unacknowledged.clear();
        }
        again.forEach(event -> deliver(slack, event));
        while (sending.get() && slack.socket().isConnected()) {
            // whoever sends more than is taken, as Slack does not, would only fill the queue
            if (unacknowledged() < MOST) {
                int n = numbers.incrementAndGet();
                deliver(slack, question(n));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private int unacknowledged() {
        synchronized (unacknowledged) {
            return unacknowledged.size();
        }
    }

    private JsonObject question(int n) {
        String text = "question number " + n + "?";
        return direct
                ? Events.message("Ev" + n, channel(n), "im", n + ".0001", "", "U" + n % 7, text)
                : Events.mention("Ev" + n, channel(n), n + ".0001", "", "U" + n % 7, text);
    }

    private String channel(int n) {
        return (direct ? "D" : "C") + n % CHANNELS;
    }

    private void deliver(FakeSlack slack, JsonObject event) {
        String id = event.get("event_id").getAsString();
        synchronized (unacknowledged) {
            unacknowledged.add(event);
        }
        var unused = slack.socket().event(event).thenAccept(ack -> {
            acknowledged.add(id);
            synchronized (unacknowledged) {
                unacknowledged.remove(event);
            }
        });
    }

    private Tally settle(FakeSlack slack) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30 + 4L * KILLS);
        Tally tally = tally(slack);
        int still = 0;
        while (System.nanoTime() < end && (tally.lost() > 0 || still < 3) && still < 20) {
            TimeUnit.MILLISECONDS.sleep(300);
            Tally next = tally(slack);
            still = next.equals(tally) ? still + 1 : 0;
            tally = next;
        }
        System.out.println(line(tally));
        for (int n = 1; n <= numbers.get(); n++) {
            List<FakeSlack.Posted> replies = slack.thread(channel(n), n + ".0001");
            if (replies.size() > 1) {
                System.out.println("twice: " + replies);
            }
        }
        return tally;
    }

    private Tally tally(FakeSlack slack) {
        int answered = 0;
        int lost = 0;
        int twice = 0;
        for (int n = 1; n <= numbers.get(); n++) {
            List<FakeSlack.Posted> replies = slack.thread(channel(n), n + ".0001");
            boolean done = replies.stream().anyMatch(r -> r.text.contains("Mara Lind"));
            answered += done ? 1 : 0;
            twice += replies.size() > 1 ? 1 : 0;
            lost += !done && acknowledged.contains("Ev" + n) ? 1 : 0;
        }
        return new Tally(acknowledged.size(), answered, lost, twice);
    }
}
