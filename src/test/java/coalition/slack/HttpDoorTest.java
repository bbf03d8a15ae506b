package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole face on a fake Slack, over HTTP. */
class HttpDoorTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Bench bench = new Bench();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SignatureCheck signer = new SignatureCheck(Bench.SECRET, Clock.systemUTC());
    private final String now = Long.toString(System.currentTimeMillis() / 1_000);

    @BeforeEach
    void open() {
        bench.with(bench.small(SlackSettings.of("xoxb-test", "", Bench.SECRET))).start();
    }

    @AfterEach
    void close() {
        bench.close();
        client.close();
    }

    private HttpRequest.Builder request(String type, String body) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + bench.face.httpPort().orElseThrow() + "/slack/events"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> signed(String type, String body) {
        return send(request(type, body)
                .header("X-Slack-Request-Timestamp", now)
                .header("X-Slack-Signature", signer.sign(now, body.getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    private static String form(String name, JsonObject value) {
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    @Test
    void answersAnEvent() {
        HttpResponse<String> said = signed(
                JSON, Events.mention("Ev1", "C1", "1.1", "", "U1", "who?").toString());
        assertThat(said.statusCode()).isEqualTo(200);
        Bench.soon().until(() -> bench.slack.thread("C1", "1.1").size() == 1);
    }

    @Test
    void answersACommandGivenAsAForm() {
        StringBuilder body = new StringBuilder();
        String url = bench.slack.responseUrl();
        Events.command("U1", "C1", "who keeps the light?", "t.1", url)
                .entrySet()
                .forEach(e -> body.append(body.isEmpty() ? "" : "&")
                        .append(e.getKey())
                        .append('=')
                        .append(URLEncoder.encode(e.getValue().getAsString(), StandardCharsets.UTF_8)));
        assertThat(signed(FORM, body.toString()).statusCode()).isEqualTo(200);
        Bench.soon()
                .until(() -> bench.slack.messages(m -> url.endsWith(m.channel)).size() == 1);
    }

    @Test
    void opensSourcesForAClickGivenAsAForm() {
        signed(JSON, Events.mention("Ev1", "C1", "1.1", "", "U1", "who?").toString());
        Bench.soon().until(() -> bench.slack.thread("C1", "1.1").size() == 1);
        FakeSlack.Posted reply = bench.slack.thread("C1", "1.1").getFirst();
        String id = reply.blocks.replaceFirst("(?s).*\"coalition_sources\",\"value\":\"([^\"]+)\".*", "$1");
        JsonObject click = Events.click("U1", "C1", reply.ts, "1.1", Actions.SOURCES, id, "");
        assertThat(signed(FORM, form("payload", click)).statusCode()).isEqualTo(200);
        Bench.soon().until(() -> bench.slack.calls("views.open").size() == 1);
        assertThat(bench.slack.calls("views.open").getFirst().get("view")).contains("two goats");
    }

    @Test
    void givesTheChallengeBack() {
        HttpResponse<String> said =
                signed(JSON, "{\"token\":\"x\",\"challenge\":\"abc123\",\"type\":\"url_verification\"}");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("abc123");
    }

    @Test
    void answersTheCheckOfTheCertificate() {
        assertThat(send(request(FORM, "ssl_check=1&token=x").build()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void doesNothingWhenARequestIsReplayed() {
        String body = Events.mention("Ev1", "C1", "1.1", "", "U1", "who?").toString();
        for (int i = 0; i < 3; i++) {
            assertThat(signed(JSON, body).statusCode()).isEqualTo(200);
        }
        signed(JSON, Events.mention("Ev2", "C1", "2.1", "", "U1", "who?").toString());
        Bench.soon().until(() -> bench.slack.thread("C1", "2.1").size() == 1);
        assertThat(bench.slack.messages()).hasSize(2);
    }

    @Test
    void letsUnknownEventsGoQuietly() {
        assertThat(signed(
                                JSON,
                                Events.event("Ev1", "{\"type\":\"emoji_changed\"}")
                                        .toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(signed(JSON, "{\"type\":\"app_rate_limited\",\"minute_rate_limited\":1}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatSlackDidNotSign() {
        String body = Events.mention("Ev1", "C1", "1.1", "", "U1", "who?").toString();
        String signature = signer.sign(now, body.getBytes(StandardCharsets.UTF_8));
        assertThat(send(request(JSON, body).build()).statusCode()).isEqualTo(401);
        assertThat(send(request(JSON, body)
                                .header("X-Slack-Request-Timestamp", now)
                                .header("X-Slack-Signature", signature)
                                .header("X-Slack-Signature", signature)
                                .build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request(JSON, body + " ")
                                .header("X-Slack-Request-Timestamp", now)
                                .header("X-Slack-Signature", signature)
                                .build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void refusesALargeBody() {
        assertThat(signed(JSON, "x".repeat(2_000_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesOtherMethodsAndPaths() {
        String base = "http://127.0.0.1:" + bench.face.httpPort().orElseThrow();
        assertThat(send(HttpRequest.newBuilder(URI.create(base + "/slack/events"))
                                .GET()
                                .build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(URI.create(base + "/etc/passwd"))
                                .GET()
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }
}
