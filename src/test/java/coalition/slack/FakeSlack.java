package coalition.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A small Slack: Web API over HTTP, Socket Mode over WebSocket, with memory of what was posted and a switch for faults. It refuses
 * what Slack refuses (blocks over the limits, unknown messages) and signs what it sends over HTTP.
 */
final class FakeSlack implements AutoCloseable {
    static final String TEAM = "T0001";
    static final String BOT_USER = "UBOT00001";
    static final String BOT_ID = "BBOT00001";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            work -> Thread.ofPlatform().daemon().name("fake-slack").unstarted(work));
    private final FakeSocket socket;
    private final AtomicLong ids = new AtomicLong(1);
    private final List<Call> calls = new ArrayList<>();
    private final List<Posted> messages = new ArrayList<>();
    private final Map<String, List<Posted>> threadsOf = new HashMap<>();
    private final Map<String, List<JsonObject>> said = new ConcurrentHashMap<>();
    private volatile Faults faults = (method, call) -> Optional.empty();
    private volatile String scopes =
            "app_mentions:read,chat:write,commands,im:history,reactions:write,channels:history";
    private volatile boolean strict = true;

    FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::serve);
        server.createContext("/respond/", this::respond);
        server.start();
        socket = new FakeSocket();
        socket.open();
    }

    /** A call of the Web API. */
    record Call(String method, Map<String, String> arguments, String token, long at) {
        String get(String name) {
            return arguments.getOrDefault(name, "");
        }
    }

    /** A message somebody sees: in a channel, only for one person, or through a response URL. */
    static final class Posted {
        final String channel;
        final String ts;
        final String thread;
        final String onlyFor;
        volatile String text;
        volatile String blocks;
        volatile String metadata;
        volatile int versions = 1;
        volatile boolean streaming;
        volatile boolean deleted;

        Posted(String channel, String ts, String thread, String onlyFor, String text, String blocks, String metadata) {
            this.channel = channel;
            this.ts = ts;
            this.thread = thread;
            this.onlyFor = onlyFor;
            this.text = text;
            this.blocks = blocks;
            this.metadata = metadata;
        }

        @Override
        public String toString() {
            return channel + "/" + thread + " " + onlyFor + ": " + text;
        }
    }

    /** What goes wrong: an answer in place of the right one. */
    @FunctionalInterface
    interface Faults {
        Optional<Fault> on(String method, Call call);
    }

    /**
     * One fault.
     *
     * @param status of the answer; 0: the connection is cut without one
     * @param body of the answer
     * @param retryAfter header; empty: none
     * @param after whether the call takes effect before it fails
     */
    record Fault(int status, String body, String retryAfter, boolean after) {
        static Fault error(String error) {
            return new Fault(200, "{\"ok\":false,\"error\":\"" + error + "\"}", "", false);
        }

        static Fault limited(String retryAfter) {
            return new Fault(429, "{\"ok\":false,\"error\":\"ratelimited\"}", retryAfter, false);
        }

        static Fault status(int status) {
            return new Fault(status, "<html>oops</html>", "", false);
        }

        static Fault cutAfter() {
            return new Fault(0, "", "", true);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    String responseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/respond/" + ids.getAndIncrement();
    }

    FakeSocket socket() {
        return socket;
    }

    void faults(Faults to) {
        faults = to;
    }

    void scopes(String granted) {
        scopes = granted;
    }

    /** Answers everywhere else that the method is unknown, instead of that there is nothing. */
    void answersEverywhere() {
        server.createContext(
                "/", exchange -> send(exchange, 200, error("unknown_method").toString()));
    }

    void lenient() {
        strict = false;
    }

    List<Call> calls(String method) {
        return calls().stream().filter(c -> c.method().equals(method)).toList();
    }

    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** What can be seen now. */
    List<Posted> messages() {
        synchronized (messages) {
            return messages.stream().filter(m -> !m.deleted).toList();
        }
    }

    List<Posted> messages(Predicate<Posted> which) {
        return messages().stream().filter(which).toList();
    }

    /** Replies in a thread. */
    List<Posted> thread(String channel, String thread) {
        synchronized (messages) {
            return threadsOf.getOrDefault(channel + " " + thread, List.of()).stream()
                    .filter(m -> !m.deleted)
                    .toList();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Map<String, String> form = form(body);
        String token = authorization == null ? form.getOrDefault("token", "") : authorization.replace("Bearer ", "");
        Call call = new Call(method, form, token, System.nanoTime());
        Optional<Fault> fault = faults.on(method, call);
        note(call);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        boolean readable = type.startsWith("application/x-www-form-urlencoded") || type.startsWith("application/json");
        if (!method.equals("api.test")
                && !(readable && String.valueOf(authorization).startsWith("Bearer "))) {
            send(
                    exchange,
                    200,
                    error(readable ? "not_authed" : "invalid_form_data").toString());
            return;
        }
        if (fault.isPresent()) {
            if (fault.get().after()) {
                perform(method, call);
            }
            fail(exchange, fault.get());
            return;
        }
        JsonObject result = perform(method, call);
        exchange.getResponseHeaders().set("x-oauth-scopes", scopes);
        send(exchange, 200, result.toString());
    }

    private void note(Call call) {
        synchronized (calls) {
            calls.add(call);
        }
    }

    private void keep(Posted posted) {
        synchronized (messages) {
            messages.add(posted);
            threadsOf
                    .computeIfAbsent(posted.channel + " " + posted.thread, k -> new ArrayList<>())
                    .add(posted);
        }
    }

    private static void fail(HttpExchange exchange, Fault fault) throws IOException {
        if (fault.status() == 0) {
            exchange.close();
            return;
        }
        if (!fault.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", fault.retryAfter());
        }
        send(exchange, fault.status(), fault.body());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonObject perform(String method, Call call) {
        if (call.token().contains("wrong")) {
            return error("invalid_auth");
        }
        return switch (method) {
            case "auth.test" -> auth();
            case "apps.connections.open" -> connection(call);
            case "chat.postMessage" -> post(call, "");
            case "chat.postEphemeral" -> post(call, call.get("user"));
            case "chat.update" -> update(call);
            case "chat.startStream" -> startStream(call);
            case "chat.appendStream" -> appendStream(call);
            case "chat.stopStream" -> stopStream(call);
            case "chat.delete" -> delete(call);
            case "conversations.replies" -> replies(call);
            case "reactions.add",
                    "reactions.remove",
                    "views.open",
                    "views.update",
                    "views.publish",
                    "assistant.threads.setStatus",
                    "assistant.threads.setSuggestedPrompts",
                    "agents.sessions.setStatus",
                    "api.test" -> view(method, call);
            default -> error("unknown_method");
        };
    }

    private static JsonObject auth() {
        JsonObject ok = ok();
        ok.addProperty("url", "https://example.slack.com/");
        ok.addProperty("team", "Example");
        ok.addProperty("user", "coalition");
        ok.addProperty("team_id", TEAM);
        ok.addProperty("user_id", BOT_USER);
        ok.addProperty("bot_id", BOT_ID);
        return ok;
    }

    private JsonObject connection(Call call) {
        if (!call.token().startsWith("xapp-")) {
            return error("not_allowed_token_type");
        }
        JsonObject ok = ok();
        ok.addProperty("url", socket.url());
        return ok;
    }

    private JsonObject post(Call call, String onlyFor) {
        String problem = strict ? refusal(call) : "";
        if (!problem.isEmpty()) {
            return error(problem);
        }
        String ts = "1700000000." + String.format("%06d", ids.getAndIncrement());
        Posted posted = new Posted(
                call.get("channel"),
                ts,
                call.get("thread_ts"),
                onlyFor,
                call.get("text"),
                call.get("blocks"),
                call.get("metadata"));
        keep(posted);
        JsonObject ok = ok();
        ok.addProperty("channel", call.get("channel"));
        ok.addProperty(onlyFor.isEmpty() ? "ts" : "message_ts", ts);
        return ok;
    }

    private static String refusal(Call call) {
        if (call.get("text").isEmpty() && call.get("blocks").isEmpty()) {
            return "no_text";
        }
        if (!call.get("blocks").isEmpty()) {
            List<String> problems = SlackLimits.check(call.get("blocks"));
            return problems.isEmpty()
                    ? ""
                    : problems.getFirst().contains("together") ? "msg_blocks_too_long" : "invalid_blocks";
        }
        return "";
    }

    private JsonObject update(Call call) {
        synchronized (messages) {
            for (Posted posted : messages) {
                if (posted.ts.equals(call.get("ts")) && posted.onlyFor.isEmpty() && !posted.deleted) {
                    String problem = strict ? refusal(call) : "";
                    if (!problem.isEmpty()) {
                        return error(problem);
                    }
                    if (posted.streaming) {
                        return error("streaming_state_conflict");
                    }
                    posted.text = call.get("text");
                    posted.blocks = call.get("blocks");
                    posted.versions++;
                    JsonObject ok = ok();
                    ok.addProperty("ts", posted.ts);
                    return ok;
                }
            }
        }
        return error("message_not_found");
    }

    private JsonObject startStream(Call call) {
        if (call.get("thread_ts").isEmpty() || call.get("recipient_user_id").isEmpty()) {
            return error("invalid_arguments");
        }
        Posted posted = new Posted(
                call.get("channel"),
                "1700000000." + String.format("%06d", ids.getAndIncrement()),
                call.get("thread_ts"),
                "",
                call.get("markdown_text"),
                "",
                "");
        posted.streaming = true;
        keep(posted);
        JsonObject ok = ok();
        ok.addProperty("channel", posted.channel);
        ok.addProperty("ts", posted.ts);
        return ok;
    }

    private JsonObject appendStream(Call call) {
        Optional<Posted> posted = byTs(call.get("ts"));
        if (posted.isEmpty() || !posted.get().streaming) {
            return error("message_not_in_streaming_state");
        }
        posted.get().text = posted.get().text.concat(call.get("markdown_text"));
        return ok();
    }

    private JsonObject stopStream(Call call) {
        Optional<Posted> posted = byTs(call.get("ts"));
        if (posted.isEmpty() || !posted.get().streaming) {
            return error("message_not_in_streaming_state");
        }
        posted.get().streaming = false;
        return ok();
    }

    private Optional<Posted> byTs(String ts) {
        return messages(m -> m.ts.equals(ts)).stream().findFirst();
    }

    /** Slack ends streams on which nothing comes for long. */
    void endStreams() {
        messages().forEach(m -> m.streaming = false);
    }

    private JsonObject delete(Call call) {
        synchronized (messages) {
            for (Posted posted : messages) {
                if (posted.ts.equals(call.get("ts"))) {
                    posted.deleted = true;
                    return ok();
                }
            }
        }
        return error("message_not_found");
    }

    /** A person says something in a thread, so that it can be read there; nobody is told. */
    void say(String channel, String thread, String ts, String user, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("ts", ts);
        message.addProperty("user", user);
        message.addProperty("text", text);
        said.computeIfAbsent(channel + " " + thread, k -> new CopyOnWriteArrayList<>())
                .add(message);
    }

    private JsonObject replies(Call call) {
        if (!scopes.contains("channels:history")) {
            return error("missing_scope");
        }
        JsonArray found = new JsonArray();
        said.getOrDefault(call.get("channel") + " " + call.get("ts"), List.of()).forEach(found::add);
        for (Posted posted : thread(call.get("channel"), call.get("ts"))) {
            JsonObject message = new JsonObject();
            message.addProperty("type", "message");
            message.addProperty("ts", posted.ts);
            message.addProperty("text", posted.text);
            message.addProperty("bot_id", BOT_ID);
            if (!posted.blocks.isEmpty()) {
                message.add("blocks", JsonParser.parseString(posted.blocks));
            }
            if (!posted.metadata.isEmpty()) {
                message.add("metadata", JsonParser.parseString(posted.metadata));
            }
            found.add(message);
        }
        JsonObject ok = ok();
        ok.add("messages", found);
        return ok;
    }

    private JsonObject view(String method, Call call) {
        if (strict && !call.get("view").isEmpty()) {
            List<String> problems = SlackLimits.checkView(call.get("view"));
            if (!problems.isEmpty()) {
                return error("invalid_arguments");
            }
        }
        JsonObject ok = ok();
        if (method.startsWith("views.")) {
            JsonObject view = new JsonObject();
            view.addProperty("id", "V" + ids.getAndIncrement());
            ok.add("view", view);
        }
        return ok;
    }

    private void respond(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject said = JsonParser.parseString(body).getAsJsonObject();
        Map<String, String> arguments = new HashMap<>();
        said.entrySet().forEach(e -> arguments.put(e.getKey(), string(e.getValue())));
        Call call = new Call("response_url", arguments, "", System.nanoTime());
        Optional<Fault> fault = faults.on("response_url", call);
        note(call);
        if (fault.isPresent()) {
            fail(exchange, fault.get());
            return;
        }
        Posted posted = new Posted(
                exchange.getRequestURI().getPath(), "", "", "response_url", call.get("text"), call.get("blocks"), "");
        keep(posted);
        send(exchange, 200, "ok");
    }

    private static String string(JsonElement element) {
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, is), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static JsonObject ok() {
        JsonObject ok = new JsonObject();
        ok.addProperty("ok", true);
        return ok;
    }

    private static JsonObject error(String error) {
        JsonObject no = new JsonObject();
        no.addProperty("ok", false);
        no.addProperty("error", error);
        return no;
    }

    @Override
    public void close() {
        socket.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
