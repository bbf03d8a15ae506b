package coalition.web;

import coalition.answer.Answerer;
import coalition.document.Library;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page for asking, on the loopback address: a box, the answer with its numbered citations, and the passage behind each with the
 * quoted words marked. Safe for several threads.
 */
public final class LocalPage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPage.class);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Gate gate;
    private final String token;
    private final AskRoute ask;
    private final PassageRoute passage;
    private final DocumentsRoute documents;
    private final Map<String, byte[]> files = new HashMap<>();

    private LocalPage(HttpServer server, Answerer answerer, Library library, Clock clock) {
        this.server = server;
        this.token = token();
        this.gate = new Gate(server.getAddress().getPort(), token);
        this.ask = new AskRoute(answerer, clock);
        this.passage = new PassageRoute(library);
        this.documents = new DocumentsRoute(library);
        // read now: a jar that is replaced while it runs can be read no more
        for (String name : List.of("page.html", "page.css", "page.js", "icon.svg")) {
            files.put(name, read(name));
        }
    }

    /**
     * Opens the page.
     *
     * @throws UncheckedIOException when the port is taken; the message names it and the setting
     */
    public static LocalPage open(WebSettings settings, Answerer answerer, Library library, Clock clock) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        HttpServer server;
        try {
            server = HttpServer.create(address, 64);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open the local page on port " + settings.port() + ": " + e.getMessage()
                            + "; choose another with COALITION_WEB_PORT, or COALITION_WEB=off",
                    e);
        }
        LocalPage page = new LocalPage(server, answerer, library, clock);
        server.createContext("/", page::answer);
        server.setExecutor(page.workers);
        server.start();
        return page;
    }

    /** Where the page is. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** The address it listens on. */
    InetAddress boundTo() {
        return server.getAddress().getAddress();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            reply(exchange).send(exchange);
        } catch (IOException e) {
            LOG.debug("a browser went away", e);
        }
    }

    private Reply reply(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        String path = Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("");
        Optional<Gate.Refusal> refusal = gate.check(method, path, exchange.getRequestHeaders());
        if (refusal.isPresent()) {
            return Reply.error(refusal.get().status(), refusal.get().why());
        }
        try {
            return route(method, path, exchange);
        } catch (IOException | RuntimeException e) {
            LOG.error("a request of the local page failed", e);
            return Reply.error(500, "something went wrong here; the log says what");
        }
    }

    private Reply route(String method, String path, HttpExchange exchange) throws IOException {
        boolean get = method.equals("GET");
        return switch (path) {
            case "/" -> get ? page() : notAllowed();
            case "/page.css" -> get ? resource("page.css", "text/css") : notAllowed();
            case "/page.js" -> get ? resource("page.js", "text/javascript") : notAllowed();
            case "/icon.svg" -> get ? resource("icon.svg", "image/svg+xml") : notAllowed();
            case "/health" -> get ? Reply.text(200, "ok\n") : notAllowed();
            case "/api/ask" -> get ? notAllowed() : ask.reply(exchange);
            case "/api/passage" -> get ? passage.reply(exchange.getRequestURI().getRawQuery()) : notAllowed();
            case "/api/documents" -> get ? documents.reply() : notAllowed();
            default -> Reply.error(404, "there is nothing here");
        };
    }

    private static Reply notAllowed() {
        return Reply.error(405, "this address is not asked that way");
    }

    private Reply page() {
        String html = new String(bytes("page.html"), StandardCharsets.UTF_8).replace("@TOKEN@", token);
        return new Reply(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private Reply resource(String name, String type) {
        return new Reply(200, type + "; charset=utf-8", bytes(name));
    }

    private byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    private static byte[] read(String name) {
        try (InputStream in = LocalPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the page's '" + name + "' is missing from the program: build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page's '" + name + "': " + e.getMessage(), e);
        }
    }

    private static String token() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Takes no new requests, gives those in hand up to two seconds, and closes. */
    @Override
    public void close() {
        server.stop(2);
        workers.shutdown();
    }
}
