package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Slack that knows less, or says less or more, than today's. */
class ToleranceTest {
    private static final Set<String> LITTLE = Set.of("auth.test", "apps.connections.open", "chat.postMessage");

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void knowsOnly(Set<String> methods, String otherwise) {
        FakeSlack.Fault fault = otherwise.equals("404")
                ? new FakeSlack.Fault(404, "not found", "", false)
                : FakeSlack.Fault.error("unknown_method");
        bench.slack.faults((method, call) -> methods.contains(method) ? Optional.empty() : Optional.of(fault));
        bench.slack.scopes("app_mentions:read,chat:write,commands,im:history,reactions:write,assistant:write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "unknown_method"})
    void answersOnceWhereSlackOnlyTakesMessages(String otherwise) {
        knowsOnly(LITTLE, otherwise);
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        bench.deliver(Events.message("Ev2", "D1", "im", "200.1", "", "U1", "who?"));
        bench.ack("slash_commands", Events.command("U1", "C1", "who?", "t.1", bench.slack.responseUrl()));
        Bench.soon().until(() -> bench.ledger.open(9).isEmpty());
        assertThat(bench.slack.thread("C1", "100.1")).hasSize(1);
        assertThat(bench.slack.thread("D1", "200.1")).hasSize(1);
        assertThat(bench.slack.messages(m -> m.text.contains("Mara Lind"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "unknown_method"})
    void answersAnewWhereAMessageCannotBeUpdated(String otherwise) {
        knowsOnly(Set.of("auth.test", "apps.connections.open", "chat.postMessage", "chat.delete"), otherwise);
        bench.settings = Bench.patient(bench.settings, Duration.ofMillis(20));
        bench.answerer = (question, progress) -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
            return Samples.grounded(question);
        };
        bench.with(bench.settings).start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        Bench.soon()
                .until(() -> bench.ledger.open(9).isEmpty()
                        && bench.slack.thread("C1", "100.1").size() == 1);
        assertThat(bench.slack.thread("C1", "100.1").getFirst().text).contains("Mara Lind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"<@UBOT00001> who?\",\"ts\":\"1\",\"channel\":\"C1\"}}",
                "{\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"who?\",\"ts\":\"1\",\"channel\":\"C1\",\"subtype\":\"\",\"thread_ts\":\"\"}}",
                "{\"type\":\"event_callback\",\"event_id\":7,\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"who?\",\"ts\":1,\"channel\":\"C1\"}}",
                "{\"event\":{\"type\":\"message\",\"user\":\"U1\",\"text\":\"<@UBOT00001> who?\",\"ts\":\"1\",\"channel\":\"C1\",\"bot_id\":null,\"subtype\":null}}",
                "{\"event\":{\"type\":\"message\",\"user\":\"U1\",\"text\":\"<@UBOT00001|coalition> who?\",\"ts\":\"1\",\"channel\":\"C1\",\"subtype\":\"\"}}",
                "{\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"who?\",\"event_ts\":\"1\",\"channel\":\"C1\"}}",
                "{\"authorizations\":[],\"event_time\":\"soon\",\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"who?\",\"ts\":\"1\",\"channel\":\"C1\",\"blocks\":[{\"type\":\"never heard of\"}]}}"
            })
    void answersABareEnvelope(String payload) {
        bench.start();
        bench.slack.socket().raw("{\"envelope_id\":\"e1\",\"type\":\"events_api\",\"payload\":" + payload + "}");
        Bench.soon().until(() -> bench.slack.thread("C1", "1").size() == 1);
        assertThat(bench.slack.thread("C1", "1").getFirst().text).contains("Mara Lind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"im", "app_home", ""})
    void answersADirectMessageHoweverItIsCalled(String type) {
        bench.start().deliver(Events.message("Ev1", "D1", type, "100.1", "", "U1", "who?"));
        Bench.soon().until(() -> bench.slack.thread("D1", "100.1").size() == 1);
        assertThat(bench.slack.thread("D1", "100.1").getFirst().text).contains("Mara Lind");
    }

    @Test
    void answersABareCommand() {
        bench.start();
        bench.slack.socket().raw("""
                {"envelope_id":"e1","type":"slash_commands","payload":{"command":"/coalition","text":"who?","user_id":"U1",
                 "channel_id":"C1","response_url":"%s"}}""".formatted(bench.slack.responseUrl()));
        Bench.soon().until(() -> bench.slack.messages().size() == 1);
        assertThat(bench.slack.messages().getFirst().text).contains("Mara Lind");
    }

    @Test
    void findsTheWebApiBelowItsBase() {
        bench.slack.answersEverywhere();
        String base = bench.slack.url().replace("/api/", "");
        bench.with(bench.settings.withApiUrl(base)).start();
        bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        Bench.soon().until(() -> bench.slack.thread("C1", "100.1").size() == 1);
        assertThat(bench.slack.calls("auth.test")).hasSize(1);
    }

    @Test
    void answersTheQuestionAboveAnEmptyMention() {
        bench.slack.say("C1", "90.1", "90.1", "U1", "good morning");
        bench.slack.say("C1", "90.1", "91.1", "U2", "who keeps the <https://light.example|light>?");
        bench.slack.say("C1", "90.1", "92.1", "U3", "no idea");
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "90.1", "U3", ""));
        Bench.soon().until(() -> bench.slack.thread("C1", "90.1").size() == 1);
        assertThat(bench.slack.thread("C1", "90.1").getFirst().text)
                .startsWith("who keeps the light?")
                .contains("Mara Lind");
    }

    @Test
    void answersWhatTheThreadBeginsWithWhereNobodyAsked() {
        List<String> asked = new ArrayList<>();
        bench.answerer = (question, progress) -> {
            asked.add(question.text());
            return Samples.grounded(question);
        };
        bench.slack.say("C1", "90.1", "90.1", "U1", "the keeper of the light");
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "90.1", "U3", "can you answer this?"));
        Bench.soon().until(() -> bench.slack.thread("C1", "90.1").size() == 1);
        assertThat(asked).containsExactly("the keeper of the light");
    }

    @Test
    void saysWhyItCannotReadTheThread() {
        bench.slack.scopes("app_mentions:read,chat:write,commands,im:history");
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "90.1", "U3", ""));
        Bench.soon().until(() -> bench.slack.thread("C1", "90.1").size() == 1);
        assertThat(bench.slack.thread("C1", "90.1").getFirst().text).contains("channels:history");
    }

    @Test
    void takesWhateverIsMissingEmptyOrNew() throws Exception {
        bench.with(bench.small(SlackSettings.of("xoxb-test", "", Bench.SECRET))).start();
        List<String> refused = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Consumer<JsonObject> events = json -> knock(client, "application/json", json.toString(), refused);
            Consumer<JsonObject> clicks = json -> knock(
                    client,
                    "application/x-www-form-urlencoded",
                    "payload=" + URLEncoder.encode(json.toString(), StandardCharsets.UTF_8),
                    refused);
            vary(Events.mention("EvA", "C1", "1.1", "0.9", "U1", "who?"), events);
            vary(Events.message("EvB", "D1", "im", "2.1", "", "U1", "who?"), events);
            vary(
                    Events.event(
                            "EvC",
                            "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"home\"}"),
                    events);
            vary(Events.click("U1", "C1", "5.1", "5.1", Actions.SOURCES, "a1", "https://example.org/x"), clicks);
            vary(Events.object("""
                    {"type":"view_submission","team":{"id":"T0001"},"user":{"id":"U2"},"view":{"id":"V1","type":"modal",
                     "callback_id":"coalition_feedback_form","private_metadata":"a1","state":{"values":{}}}}"""), clicks);
            vary(Events.object("""
                    {"type":"message_action","callback_id":"coalition_answer_this","trigger_id":"t.9","action_ts":"1.9",
                     "response_url":"","team":{"id":"T0001","domain":"e"},"channel":{"id":"C1","name":"general"},
                     "user":{"id":"U1","name":"ann"},"message":{"type":"message","user":"U2","ts":"1.1","text":"who?"}}"""), clicks);
        }
        assertThat(refused).isEmpty();
        Bench.soon().until(() -> bench.ledger.open(9).isEmpty());
    }

    /** The payload as it is, and with each field in turn missing, null, and beside a new one. */
    private static void vary(JsonObject payload, Consumer<JsonObject> send) {
        send.accept(payload);
        List<List<String>> paths = new ArrayList<>();
        collect(payload, List.of(), paths);
        for (List<String> path : paths) {
            if (path.equals(List.of("type"))) {
                continue;
            }
            for (JsonElement other : new JsonElement[] {JsonNull.INSTANCE, new JsonPrimitive("")}) {
                JsonObject copy = payload.deepCopy();
                JsonObject at = copy;
                for (String name : path.subList(0, path.size() - 1)) {
                    at = at.getAsJsonObject(name);
                }
                if (other.isJsonNull()) {
                    at.remove(path.getLast());
                } else if (at.get(path.getLast()).isJsonPrimitive()) {
                    at.add(path.getLast(), JsonNull.INSTANCE);
                }
                JsonArray fresh = new JsonArray();
                fresh.add(new JsonObject());
                at.add("never_heard_of", fresh);
                send.accept(copy);
            }
        }
    }

    private static void collect(JsonObject object, List<String> path, List<List<String>> paths) {
        object.entrySet().forEach(e -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(e.getKey());
            paths.add(deeper);
            if (e.getValue().isJsonObject()) {
                collect(e.getValue().getAsJsonObject(), deeper, paths);
            }
        });
    }

    private void knock(HttpClient client, String type, String body, List<String> refused) {
        String now = Long.toString(System.currentTimeMillis() / 1_000);
        String signature =
                new SignatureCheck(Bench.SECRET, Clock.systemUTC()).sign(now, body.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + bench.face.httpPort().orElseThrow() + "/slack/events"))
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", now)
                .header("X-Slack-Signature", signature)
                .header("X-Slack-Retry-Num", "1")
                .header("X-Slack-Retry-Reason", "http_timeout")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> said = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (said.statusCode() != 200) {
                refused.add(said.statusCode() + " " + body);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
