package coalition.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The socket side of {@link FakeSlack}: sends envelopes to the newest connection and notes which were acknowledged. */
final class FakeSocket {
    private final List<WebSocket> connections = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final Set<WebSocket> frozen = ConcurrentHashMap.newKeySet();
    private volatile boolean deafToPings;
    private final AtomicInteger pings = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final WebSocketServer server =
            new WebSocketServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)) {
                @Override
                public void onOpen(WebSocket connection, ClientHandshake handshake) {
                    connections.add(connection);
                    opened.incrementAndGet();
                    connection.send("{\"type\":\"hello\",\"num_connections\":1,\"debug_info\":{\"host\":\"fake\"},"
                            + "\"connection_info\":{\"app_id\":\"A0001\"}}");
                }

                @Override
                public void onClose(WebSocket connection, int code, String reason, boolean remote) {
                    connections.remove(connection);
                }

                @Override
                public void onMessage(WebSocket connection, String message) {
                    JsonObject ack = JsonParser.parseString(message).getAsJsonObject();
                    CompletableFuture<JsonObject> future =
                            waiting.remove(ack.get("envelope_id").getAsString());
                    if (future != null) {
                        future.complete(ack);
                    }
                }

                @Override
                public void onWebsocketPing(WebSocket connection, Framedata ping) {
                    pings.incrementAndGet();
                    if (!frozen.contains(connection) && !deafToPings) {
                        super.onWebsocketPing(connection, ping);
                    }
                }

                @Override
                public void onError(WebSocket connection, Exception e) {}

                @Override
                public void onStart() {
                    started.countDown();
                }
            };

    void open() {
        server.setReuseAddr(true);
        server.setDaemon(true);
        server.start();
        try {
            started.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "ws://127.0.0.1:" + server.getPort() + "/link";
    }

    /** How many connections were ever opened. */
    int opened() {
        return opened.get();
    }

    boolean isConnected() {
        return !connections.isEmpty();
    }

    /** Sends an envelope of this type; completes with the acknowledgement. */
    CompletableFuture<JsonObject> send(String type, JsonObject payload, boolean acceptsResponse) {
        JsonObject envelope = new JsonObject();
        String id = "envelope-" + ids.getAndIncrement();
        envelope.addProperty("envelope_id", id);
        envelope.addProperty("type", type);
        envelope.addProperty("accepts_response_payload", acceptsResponse);
        envelope.add("payload", payload);
        envelope.addProperty("retry_attempt", 0);
        envelope.addProperty("retry_reason", "");
        CompletableFuture<JsonObject> ack = new CompletableFuture<>();
        waiting.put(id, ack);
        raw(envelope.toString());
        return ack;
    }

    CompletableFuture<JsonObject> event(JsonObject payload) {
        return send("events_api", payload, false);
    }

    /** Sends any text to the newest connection. */
    void raw(String text) {
        for (int i = connections.size() - 1; i >= 0; i--) {
            WebSocket connection = connections.get(i);
            if (frozen.contains(connection)) {
                return;
            }
            try {
                if (connection.isOpen()) {
                    connection.send(text);
                    return;
                }
            } catch (WebsocketNotConnectedException e) {
                connections.remove(connection);
            }
        }
    }

    /** Cuts every connection without a word. */
    void cut() {
        connections.forEach(c -> c.closeConnection(1006, "cut"));
    }

    /** Says that it closes, and closes, as Slack does. */
    void disconnectAndClose(String reason) {
        List<WebSocket> old = List.copyOf(connections);
        disconnect(reason);
        old.forEach(WebSocket::close);
    }

    /** Answers no pings from now on, and never did on new connections. */
    void ignorePings() {
        deafToPings = true;
    }

    /** Waits until that many pings more came. */
    void awaitPings(int more) {
        int before = pings.get();
        Bench.patiently().until(() -> pings.get() >= before + more);
    }

    /** Leaves every connection open and lets nothing through any more, as when the link between is gone. */
    void freeze() {
        frozen.addAll(connections);
    }

    void disconnect(String reason) {
        raw("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\",\"debug_info\":{\"host\":\"fake\"}}");
    }

    void close() {
        try {
            server.stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
