package coalition.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door Slack knocks at over HTTP, {@code POST /slack/events} or another name below {@code /slack/}: events, commands and
 * interactions. Only what Slack signed comes
 * in, once; a request that comes again as it was is answered 200 and does nothing.
 */
final class HttpDoor implements AutoCloseable {
    static final String PATH = "/slack/events";

    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final int LARGEST = 1_048_576;
    private static final int MOST_REMEMBERED = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(11);

    private final HttpServer server;
    private final ExecutorService threads;
    private final SignatureCheck check;
    private final Reception reception;
    private final SlackRequestParser parser;
    private final Clock clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    private HttpDoor(HttpServer server, SignatureCheck check, App app, Clock clock) {
        this.server = server;
        this.check = check;
        this.reception = new Reception(app);
        this.parser = new SlackRequestParser(app.config());
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                16, work -> Thread.ofPlatform().name("slack-http").daemon().unstarted(work));
    }

    /**
     * Opens the door.
     *
     * @throws SlackStartException when the port is taken
     */
    static HttpDoor open(SlackSettings settings, App app, Clock clock) {
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", "10");
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 256);
            HttpDoor door = new HttpDoor(server, new SignatureCheck(settings.signingSecret(), clock), app, clock);
            server.setExecutor(door.threads);
            server.createContext("/", door::answer);
            server.start();
            return door;
        } catch (IOException e) {
            throw new SlackStartException("cannot listen for Slack on " + settings.host() + ":" + settings.port() + ": "
                    + e.getMessage() + "; choose another port with COALITION_SLACK_PORT");
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            Response response = respond(exchange);
            byte[] body = response.getBody() == null
                    ? new byte[0]
                    : response.getBody().getBytes(StandardCharsets.UTF_8);
            if (body.length > 0) {
                String type = response.getContentType();
                exchange.getResponseHeaders().set("Content-Type", type == null ? "text/plain; charset=utf-8" : type);
            }
            exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            LOG.debug("the other side went away: {}", e.getMessage());
        } catch (Throwable e) {
            LOG.error("cannot answer a request", e);
        }
    }

    private Response respond(HttpExchange exchange) throws IOException {
        if (!isOurs(exchange.getRequestURI().getPath())) {
            return status(404, "");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return status(405, "");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return status(413, "");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (isSslCheck(exchange, text)) {
            return status(200, "");
        }
        String signature = only(exchange, "X-Slack-Signature");
        if (!check.allows(only(exchange, "X-Slack-Request-Timestamp"), signature, body)) {
            return status(401, "the signature does not fit");
        }
        boolean repeatable = text.contains("\"url_verification\"");
        if (!repeatable && !remember(signature)) {
            return status(200, "");
        }
        try {
            return run(exchange, text);
        } catch (Exception | Error e) {
            forget(signature);
            LOG.error("cannot take what Slack sent; it will come again: {}", e.toString());
            return status(500, "");
        }
    }

    private Response run(HttpExchange exchange, String text) throws Exception {
        return reception.take(() -> parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(PATH)
                .queryString(Map.of())
                .headers(new RequestHeaders(Map.copyOf(exchange.getRequestHeaders())))
                .requestBody(Reception.tidiedBody(text))
                .remoteAddress(
                        String.valueOf(exchange.getRemoteAddress().getAddress().getHostAddress()))
                .build()));
    }

    /** {@link #PATH}, and its neighbours: an app may be told an address of its own for commands and for clicks. */
    private static boolean isOurs(String path) {
        return path.equals(PATH) || path.matches("/slack/[a-z_-]{1,40}");
    }

    /** Slack asks whether the certificate is good; there is nothing to do, so no signature is asked for. */
    private static boolean isSslCheck(HttpExchange exchange, String text) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && (text.startsWith("ssl_check=1") || text.contains("&ssl_check=1"))
                && !text.contains("command=")
                && !text.contains("payload=");
    }

    private static String only(HttpExchange exchange, String header) {
        List<String> values = exchange.getRequestHeaders().get(header);
        return values == null || values.size() != 1 ? "" : values.getFirst();
    }

    private boolean remember(String signature) {
        synchronized (seen) {
            Instant old = clock.instant().minus(REMEMBERED);
            Iterator<Instant> oldest = seen.values().iterator();
            while (oldest.hasNext() && (oldest.next().isBefore(old) || seen.size() >= MOST_REMEMBERED)) {
                oldest.remove();
            }
            return seen.putIfAbsent(signature, clock.instant()) == null;
        }
    }

    private void forget(String signature) {
        synchronized (seen) {
            seen.remove(signature);
        }
    }

    private static Response status(int code, String body) {
        return Response.builder()
                .statusCode(code)
                .contentType("text/plain; charset=utf-8")
                .body(body)
                .build();
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("a request from Slack is still in work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
