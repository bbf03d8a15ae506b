package coalition;

import coalition.answer.Answerer;
import coalition.cli.Bot;
import coalition.cli.Terminal;
import coalition.ingest.IndexingProgress;
import coalition.ingest.IngestReport;
import coalition.slack.Digests;
import coalition.slack.SlackFace;
import coalition.storage.Backups;
import coalition.storage.Database;
import coalition.web.LocalPage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot while it serves: its doors, and the chores of a long life. Ends cleanly when the process is told to. */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Settings settings;
    private final Terminal terminal;
    private final Database database;
    private final Supplier<Knowledge> knowledge;
    private final Bot bot;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CompletableFuture<Boolean> told = new CompletableFuture<>();
    private final CompletableFuture<Answerer> answerer = new CompletableFuture<>();
    private final CompletableFuture<Digests> digests = new CompletableFuture<>();

    /**
     * Prepares it; opens nothing.
     *
     * @param knowledge opened after Slack's doors, for models and index take their time
     */
    Serving(Settings settings, Terminal terminal, Database database, Supplier<Knowledge> knowledge, Bot bot) {
        this.settings = settings;
        this.terminal = terminal;
        this.database = database;
        this.knowledge = knowledge;
        this.bot = bot;
    }

    /**
     * Opens the doors, says which, and returns once all is closed again.
     *
     * @param destination says where questions are sent to
     */
    void run(Supplier<String> destination) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    told.complete(true);
                    awaitUninterrupted(ended);
                },
                "told-to-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            // Slack first: a wrong token is found before the folder is read, and who asks meanwhile is heard
            openSlack();
            if (readFolder()) {
                openTheRest(knowledge.get(), destination.get());
                told.join();
            }
        } finally {
            close();
            ended.countDown();
        }
    }

    /** Reads what is new in the folder, on a thread of its own; false when the process was told to end before that was done. */
    private boolean readFolder() {
        CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(
                () -> answerer.complete(bot.answerer()) && digests.complete(Digests.of(bot.summaries())),
                work -> Thread.ofPlatform().daemon().name("folder-reader").start(work));
        try {
            var unused = CompletableFuture.anyOf(reading, told).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
        return reading.isDone();
    }

    private void openTheRest(Knowledge known, String destination) {
        say("documents: " + known.library().cards().size() + " indexed, looked at again every "
                + settings.service().refresh().toSeconds() + " s");
        say("answers: " + destination);
        if (settings.web().on()) {
            LocalPage page = LocalPage.open(settings.web(), answerer.join(), known.library(), Clock.systemUTC());
            open.push(page);
            say("page: " + page.address());
        } else {
            say("page: off (COALITION_WEB=off)");
        }
        doChores(known);
        say("ready; Ctrl-C ends");
    }

    private void openSlack() {
        if (!settings.slack().isOn()) {
            say(
                    settings.slack().botToken().isEmpty()
                            ? "Slack: off (no SLACK_BOT_TOKEN; docs/slack.md shows how to set it up)"
                            : "Slack: off (no SLACK_APP_TOKEN for Socket Mode, no SLACK_SIGNING_SECRET for HTTP)");
            return;
        }
        SlackFace face = SlackDoor.of(
                settings,
                (question, progress) -> answerer.join().answer(question, progress),
                (kind, topic, scope) -> digests.join().digest(kind, topic, scope),
                database);
        face.start();
        open.push(face);
        face.describe().forEach(this::say);
    }

    private void doChores(Knowledge known) {
        ScheduledExecutorService chores = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name("chores").unstarted(work));
        open.push(() -> {
            chores.shutdown();
            if (!chores.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("a chore was not finished: it is done again after the next start");
            }
        });
        every(chores, settings.service().refresh(), () -> chore("reading the folder", () -> refresh(known)));
        every(chores, Duration.ofHours(1), () -> chore("the backup", () -> backUp(known)));
        every(chores, Duration.ofHours(6), () -> chore("forgetting what is old", this::forget));
    }

    private static void every(ScheduledExecutorService chores, Duration pause, Runnable work) {
        Future<?> unused = chores.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refresh(Knowledge known) {
        IngestReport report = known.update(IndexingProgress.silent());
        if (report.changedAnything()) {
            say(Announcement.of(report));
        }
    }

    private void backUp(Knowledge known) {
        new Backups(
                        database,
                        known.data().resolve("backups"),
                        settings.storage().backups())
                .makeDaily(LocalDate.now(Clock.systemUTC()));
    }

    private void forget() {
        Duration kept = Duration.ofDays(settings.slack().keepDays());
        new Forgetting(database).before(Clock.systemUTC().instant().minus(kept));
    }

    private static void chore(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed and is tried again", what, e);
        }
    }

    private void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.error("a door did not close", e);
            }
        }
        // the process may end as soon as this returns, so the database is closed here; nobody waits for a folder that
        // is still being read: whatever of it was kept is whole
        if (!told.isDone() || digests.isDone()) {
            bot.close();
        }
    }

    private void say(String line) {
        terminal.err().println(line);
        terminal.err().flush();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                LOG.debug("nobody is to interrupt this thread", e);
            }
        }
    }
}
