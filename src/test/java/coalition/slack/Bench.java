package coalition.slack;

import coalition.answer.Answerer;
import coalition.feedback.FeedbackLog;
import coalition.feedback.InMemoryFeedbackLog;
import coalition.storage.Database;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A bot with a scripted answerer on a fake Slack, with a database in memory that outlives restarts of the bot. */
final class Bench implements AutoCloseable {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    final FakeSlack slack = new FakeSlack();
    final Database database;
    FeedbackLog feedback = new InMemoryFeedbackLog();
    final SlackLedger ledger;
    volatile Answerer answerer = (question, progress) -> Samples.grounded(question);
    SlackSettings settings = small(SlackSettings.of("xoxb-test", "xapp-test", ""));
    boolean streams;
    Duration betweenSockets = Duration.ofMillis(300);
    SlackFace face;

    Bench() {
        this(Database.inMemory("bench-" + UUID.randomUUID(), SlackFace.MIGRATIONS));
    }

    /** On a database of the caller's, which is closed with the bench. */
    Bench(Database database) {
        this.database = database;
        this.ledger = new SlackLedger(database, Clock.systemUTC());
        this.face = make();
    }

    /** Settings with a free port on the loopback address and little patience. */
    SlackSettings small(SlackSettings s) {
        return new SlackSettings(
                s.botToken(),
                s.appToken(),
                s.signingSecret(),
                slack.url(),
                "127.0.0.1",
                0,
                s.command(),
                true,
                false,
                s.waiting(),
                s.workers(),
                1_000,
                s.askerWindow(),
                Duration.ofSeconds(30),
                s.keepDays(),
                s.channelDocuments(),
                s.directOnlyDocuments());
    }

    /** The same settings with room for thousands of questions. */
    static SlackSettings roomy(SlackSettings s) {
        return new SlackSettings(
                s.botToken(),
                s.appToken(),
                s.signingSecret(),
                s.apiUrl(),
                s.host(),
                s.port(),
                s.command(),
                s.followThreads(),
                s.sharedChannels(),
                5_000,
                s.workers(),
                1_000_000,
                s.askerWindow(),
                s.patience(),
                s.keepDays(),
                s.channelDocuments(),
                s.directOnlyDocuments());
    }

    /** The same settings with another time until somebody is told to wait. */
    static SlackSettings patient(SlackSettings s, Duration patience) {
        return new SlackSettings(
                s.botToken(),
                s.appToken(),
                s.signingSecret(),
                s.apiUrl(),
                s.host(),
                s.port(),
                s.command(),
                s.followThreads(),
                s.sharedChannels(),
                s.waiting(),
                s.workers(),
                s.questionsPerAsker(),
                s.askerWindow(),
                patience,
                s.keepDays(),
                s.channelDocuments(),
                s.directOnlyDocuments());
    }

    Bench with(SlackSettings other) {
        settings = other;
        face = make();
        return this;
    }

    private SlackFace make() {
        return new SlackFace(
                settings,
                (question, progress) -> answerer.answer(question, progress),
                (kind, topic, scope) -> Samples.summary(),
                (scope, limit) -> List.of("Who keeps the light?", "When was the lamp lit first?")
                        .subList(0, Math.min(2, limit)),
                Samples.library(Samples.HANDBOOK),
                feedback,
                database,
                Clock.systemUTC(),
                streams,
                betweenSockets);
    }

    Bench start() {
        face.start();
        return this;
    }

    void restart() {
        face.close();
        face = make();
        face.start();
    }

    JsonObject deliver(JsonObject event) {
        return ack("events_api", event);
    }

    JsonObject ack(String type, JsonObject payload) {
        return slack.socket()
                .send(type, payload, true)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    static ConditionFactory patiently() {
        return soon().atMost(Duration.ofSeconds(60));
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
    }

    @Override
    public void close() {
        face.close();
        slack.close();
        database.close();
    }
}
