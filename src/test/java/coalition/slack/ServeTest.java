package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.ChildJvm;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole bot as its user starts it, on a fake Slack, with everything logged that can be. {@code -Dslack.command=./coalition}
 * drives the packaged bot instead of the classes.
 */
class ServeTest {
    private static final String COMMAND = System.getProperty("slack.command", "");
    private static final String BOT_TOKEN = "xoxb-1111-canary-bot-token";
    private static final String APP_TOKEN = "xapp-1-canary-app-token";
    private static final String SECRET = "canary5ign1ngsecret0000000000000";
    private static final String WORDS = "who keeps the light? thanks, zanzibarcanary";
    private static final Pattern PORT = Pattern.compile("HTTP is open on \\S+?:(\\d+)/");

    @TempDir
    Path folder;

    private final FakeSlack slack = new FakeSlack();
    private String botToken = BOT_TOKEN;
    private String appToken = APP_TOKEN;

    private Process start(Path log, String... arguments) throws IOException {
        Files.createDirectories(folder.resolve("papers"));
        Files.writeString(folder.resolve("papers/handbook.md"), Samples.TEXT);
        Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="ALL" class="ch.qos.logback.core.ConsoleAppender">
                    <target>System.err</target>
                    <encoder><pattern>%level %logger %msg%n</pattern></encoder>
                  </appender>
                  <root level="TRACE"><appender-ref ref="ALL"/></root>
                </configuration>
                """);
        String logging = "-Dlogback.configurationFile=" + folder.resolve("logback.xml");
        List<String> command = new ArrayList<>();
        if (COMMAND.isEmpty()) {
            command.addAll(List.of(ChildJvm.java(), "--enable-native-access=ALL-UNNAMED", logging, "-cp"));
            command.addAll(List.of(ChildJvm.classPath(), "coalition.Main"));
        } else {
            command.add(Path.of(COMMAND).toAbsolutePath().toString());
        }
        command.addAll(List.of(arguments));
        command.addAll(List.of("--knowledge", "papers", "--data", "data"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("SLACK_BOT_TOKEN", botToken);
        environment.put("SLACK_APP_TOKEN", appToken);
        environment.put("SLACK_SIGNING_SECRET", SECRET);
        environment.put("SLACK_API_URL", slack.url());
        environment.put("COALITION_SLACK_HOST", "127.0.0.1");
        environment.put("COALITION_SLACK_PORT", "0");
        environment.put("COALITION_WEB", "off");
        environment.put("COALITION_JAVA_OPTIONS", logging);
        return builder.redirectOutput(log.toFile()).start();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void answersKeepsItsSecretsEndsInTimeAndForgets() throws Exception {
        Path log = folder.resolve("serve.log");
        Process bot = start(log, "serve");
        try {
            Bench.patiently().until(() -> read(log).contains("ready; Ctrl-C ends") || !bot.isAlive());
            assertThat(read(log)).contains("signed in to Example as @coalition");
            FakeSlack.Posted reply = ask();
            click(reply);
            knock(read(log));
            trouble();
            assertThat(reply.text).contains("Mara Lind keeps the light since 2009.");
            long told = System.nanoTime();
            bot.destroy();
            assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
            System.out.printf("ended %d ms after SIGTERM%n", (System.nanoTime() - told) / 1_000_000);
        } finally {
            bot.destroyForcibly();
        }
        assertThat(read(log).indexOf("Socket Mode is open"))
                .isLessThan(read(log).indexOf("documents: 1 indexed"));
        // more is logged than usually, or this would prove nothing
        assertThat(read(log)).contains("INFO com.slack.api").doesNotContain("zanzibarcanary");
        assertThat(stored()).contains("zanzibarcanary");
        forget();
        assertThat(stored()).doesNotContain("zanzibarcanary").doesNotContain("U1CANARY");
        noSecretAnywhere();
    }

    @Test
    void endsBeforeItReadsTheFolderWhenTheBotTokenIsWrong() throws Exception {
        botToken = "xoxb-wrong";
        assertThat(fault())
                .contains("cannot sign in to Slack: the token in SLACK_BOT_TOKEN is not known to Slack")
                .doesNotContain("\tat ");
    }

    @Test
    void endsBeforeItReadsTheFolderWhenTheAppTokenIsWrong() throws Exception {
        appToken = "xapp-wrong";
        assertThat(fault()).contains("cannot open the socket to Slack").contains("invalid_auth");
    }

    /** The last line of a start that fails with exit code 1 and an empty library. */
    private String fault() throws Exception {
        Path log = folder.resolve("fault.log");
        Process bot = start(log, "serve");
        try {
            assertThat(bot.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            bot.destroyForcibly();
        }
        slack.close();
        assertThat(bot.exitValue()).isEqualTo(1);
        assertThat(stored()).doesNotContain("handbook.md");
        return read(log)
                .lines()
                .filter(l -> l.startsWith("coalition: "))
                .reduce((first, second) -> first + " and " + second)
                .orElse("");
    }

    private FakeSlack.Posted ask() {
        deliver(Events.mention("Ev1", "C1", "100.1", "", "U1CANARY", WORDS));
        deliver(Events.message("Ev2", "D1", "im", "200.1", "", "U1CANARY", WORDS));
        deliver(Events.message("Ev3", "D1", "im", "200.2", "200.1", "U1CANARY", "and since when, zanzibarcanary?"));
        var unused = slack.socket()
                .send("slash_commands", Events.command("U1CANARY", "C1", WORDS, "t.1", slack.responseUrl()), true);
        Bench.patiently()
                .until(() -> slack.thread("C1", "100.1").size() == 1
                        && slack.thread("D1", "200.1").size() == 2
                        && slack.messages().size() == 4
                        && slack.thread("C1", "100.1").getFirst().blocks.contains("coalition_sources"));
        return slack.thread("C1", "100.1").getFirst();
    }

    private void click(FakeSlack.Posted reply) {
        String id = reply.blocks.replaceFirst("(?s).*\"coalition_sources\",\"value\":\"([^\"]+)\".*", "$1");
        for (String[] click :
                new String[][] {{Actions.SOURCES, id}, {Actions.CONTEXT, id + " 0 0"}, {Actions.FEEDBACK, "down " + id}
                }) {
            var unused = slack.socket()
                    .send("interactive", Events.click("U2", "C1", reply.ts, "100.1", click[0], click[1], ""), true)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }
        Bench.patiently().until(() -> slack.calls("views.open").size() == 3);
    }

    /** Something signed, and something that is not, over HTTP. */
    private static void knock(String log) throws Exception {
        Matcher port = PORT.matcher(log);
        assertThat(port.find()).isTrue();
        String body =
                Events.mention("Ev5", "C5", "500.1", "", "U1CANARY", WORDS).toString();
        String now = Long.toString(System.currentTimeMillis() / 1_000);
        String signature =
                new SignatureCheck(SECRET, Clock.systemUTC()).sign(now, body.getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String given : List.of(signature, "v0=" + "0".repeat(64))) {
                HttpResponse<String> said = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + "/slack/events"))
                                .header("Content-Type", "application/json")
                                .header("X-Slack-Request-Timestamp", now)
                                .header("X-Slack-Signature", given)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(said.statusCode()).isEqualTo(given.equals(signature) ? 200 : 401);
            }
        }
    }

    /** What makes the bot log warnings and errors. */
    private void trouble() {
        slack.faults((method, call) -> method.equals("chat.postMessage")
                ? Optional.of(FakeSlack.Fault.error("account_inactive"))
                : Optional.empty());
        deliver(Events.mention("Ev9", "C9", "900.1", "", "U1CANARY", WORDS));
        Bench.patiently()
                .until(() -> slack.calls("chat.postMessage").stream()
                        .anyMatch(c -> c.get("channel").equals("C9")));
        slack.socket()
                .raw("{\"type\":\"events_api\",\"envelope_id\":\"x\",\"payload\":{\"nothing\":\"zanzibarcanary\"}}");
        slack.socket().raw("no JSON, zanzibarcanary");
        slack.faults((method, call) -> Optional.empty());
    }

    private void deliver(JsonObject event) {
        var unused = slack.socket().event(event).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void forget() throws Exception {
        Path log = folder.resolve("forget.log");
        Process forgetting = start(log, "forget", "--user", "U1CANARY");
        assertThat(forgetting.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(read(log)).contains("removed ");
        assertThat(forgetting.exitValue()).isZero();
    }

    /** Everything in the database's tables. */
    private String stored() throws SQLException {
        StringBuilder all = new StringBuilder();
        String url = "jdbc:h2:" + folder.resolve("data/coalition");
        try (Connection connection = DriverManager.getConnection(url);
                Statement script = connection.createStatement();
                ResultSet rows = script.executeQuery("script")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    private void noSecretAnywhere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(5);
            for (Path file : all) {
                String text = read(file);
                for (String secret : List.of(BOT_TOKEN, APP_TOKEN, SECRET)) {
                    assertThat(text.contains(secret))
                            .as("%s in %s", secret, file)
                            .isFalse();
                }
            }
        }
        slack.close();
    }
}
