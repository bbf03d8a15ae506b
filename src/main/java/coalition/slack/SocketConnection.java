package coalition.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.net.URISyntaxException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket to Slack, from its opening to its end. Messages are kept and acknowledged on a thread of ours, so that neither a
 * slow disk nor an {@code Error} stops the socket's own.
 */
final class SocketConnection implements SocketModeMessageQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

    private final SocketModeClientJavaWSImpl client;
    private final Reception reception;
    private final SocketModeRequestParser parser;
    private final ThreadPoolExecutor ears;
    private final BiConsumer<SocketConnection, String> ended;
    private volatile long heard;
    private volatile boolean answersPings;
    private volatile String end = "";

    /**
     * Makes a connection that is not open yet.
     *
     * @param ears where messages are taken; bounded: what does not fit is not acknowledged, and Slack sends it again
     * @param ended hears that a new connection is needed and why: Slack's reason, or {@code closed}
     */
    SocketConnection(
            Slack slack,
            String appToken,
            String url,
            App app,
            ThreadPoolExecutor ears,
            BiConsumer<SocketConnection, String> ended) {
        this.reception = new Reception(app);
        this.parser = new SocketModeRequestParser(app.config());
        this.ears = ears;
        this.ended = ended;
        try {
            this.client = new SocketModeClientJavaWSImpl(slack, appToken, url, 0, this, false, false, 60_000);
        } catch (URISyntaxException e) {
            throw new SlackStartException("cannot open the socket: Slack gave an address that is none");
        }
    }

    void connect() {
        client.addWebSocketCloseListener((code, reason) -> over("closed"));
        client.setAutoReconnectEnabled(false);
        client.connect();
    }

    /** Whether Slack answers a ping; waits up to three seconds for it. */
    boolean isLive() {
        boolean live = client.verifyConnection();
        answersPings |= live;
        return live;
    }

    /**
     * Whether the other side fell silent: it answered pings before and does not now. One that never answered any is left to TCP.
     * Waits up to three seconds.
     */
    boolean isSilent() {
        return !isLive() && answersPings;
    }

    /** When something was heard last, in nanoseconds of {@link System#nanoTime}; 0: nothing yet. */
    long heard() {
        return heard;
    }

    /** Why a new connection is needed; empty while none is. */
    String end() {
        return end;
    }

    private void over(String reason) {
        end = reason.isEmpty() ? "refresh_requested" : reason;
        ended.accept(this, end);
    }

    @Override
    public void add(String message) {
        heard = System.nanoTime();
        try {
            ears.execute(() -> take(message));
        } catch (RejectedExecutionException e) {
            LOG.warn("too much at once, or closing: Slack will send a message again");
        }
    }

    @Override
    public String poll() {
        throw new UnsupportedOperationException("messages are taken as they come");
    }

    private void take(String message) {
        try {
            JsonElement parsed = JsonParser.parseString(message);
            if (parsed instanceof JsonObject envelope) {
                take(envelope);
            }
        } catch (JsonParseException e) {
            LOG.warn("Slack sent what is no JSON; it is let go");
        } catch (Throwable e) {
            LOG.error("cannot take what Slack sent; it will come again: {}", e.toString());
        }
    }

    private void take(JsonObject envelope) throws Exception {
        String type = text(envelope, "type");
        if (type.equals("disconnect")) {
            over(text(envelope, "reason"));
            return;
        }
        String id = text(envelope, "envelope_id");
        if (id.isEmpty()) {
            return;
        }
        Response response = reception.take(() -> {
            SocketModeRequest request = parser.parse(Reception.tidied(envelope).toString());
            return request == null ? null : request.getBoltRequest();
        });
        if (response.getStatusCode() == 200) {
            acknowledge(id, response);
        } else {
            LOG.warn("not acknowledged, status {}", response.getStatusCode());
        }
    }

    private void acknowledge(String id, Response response) {
        JsonObject ack = new JsonObject();
        ack.addProperty("envelope_id", id);
        String body = response.getBody();
        if (body != null && !body.isBlank()) {
            String contentType = response.getContentType();
            if (contentType != null && contentType.startsWith("application/json")) {
                ack.add("payload", JsonParser.parseString(body));
            } else {
                JsonObject payload = new JsonObject();
                payload.addProperty("text", body);
                ack.add("payload", payload);
            }
        }
        try {
            client.sendWebSocketMessage(ack.toString());
        } catch (RuntimeException e) {
            LOG.debug("cannot acknowledge on a closed socket; the ledger knows the message when it comes again");
        }
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) != null && object.get(name).isJsonPrimitive()
                ? object.get(name).getAsString()
                : "";
    }

    void close() {
        try {
            client.close();
        } catch (java.io.IOException | RuntimeException e) {
            LOG.debug("a socket did not close cleanly: {}", e.toString());
        }
    }
}
