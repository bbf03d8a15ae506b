package coalition.slack;

import coalition.answer.Grounded;
import coalition.answer.Statement;
import coalition.feedback.StoredFeedbackLog;
import coalition.storage.Database;
import coalition.storage.LazyDatabase;
import coalition.storage.Migration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A bot as a process of its own, to be killed: the real face and the real database, with an answerer that takes its time.
 * Arguments: data folder, API base, milliseconds an answer takes, {@code WRITE_DELAY} of the database,
 * a fifth for answers that grow.
 */
final class ScriptedBot {
    private ScriptedBot() {}

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<Migration> migrations = new ArrayList<>(SlackFace.MIGRATIONS);
        migrations.addAll(StoredFeedbackLog.MIGRATIONS);
        long millis = Long.parseLong(arguments[2]);
        Path folder = Path.of(arguments[0]);
        Database database =
                arguments[3].equals("0") ? Database.open(folder, migrations) : LazyDatabase.open(folder, migrations);
        SlackSettings s = SlackSettings.of("xoxb-test", "xapp-test", "");
        SlackSettings settings = new SlackSettings(
                s.botToken(),
                s.appToken(),
                "",
                arguments[1],
                "127.0.0.1",
                0,
                s.command(),
                true,
                false,
                100,
                4,
                1_000_000,
                s.askerWindow(),
                Duration.ofMillis(400),
                90,
                Map.of(),
                List.of());
        SlackFace face = new SlackFace(
                settings,
                (question, progress) -> {
                    Grounded answer = Samples.grounded(question);
                    for (Statement statement : answer.statements()) {
                        pause(millis / 2);
                        progress.verified(statement, answer.citations());
                    }
                    return answer;
                },
                (kind, topic, scope) -> Samples.summary(),
                (scope, limit) -> List.of(),
                Samples.library(Samples.HANDBOOK),
                new StoredFeedbackLog(database),
                database,
                Clock.systemUTC(),
                arguments.length > 4,
                Duration.ofMillis(200));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            face.close();
            database.close();
        }));
        try {
            face.start();
        } catch (SlackStartException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
        System.out.println("ready");
        ended.await();
    }
}
