package coalition.web;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who the page is for: a browser on this machine that has loaded the page from this very server. Another site's page in
 * the same browser may neither call it (origin, token) nor reach it under a name of its own (host).
 */
final class Gate {
    /** The header in which the page gives back its token. */
    static final String TOKEN = "X-Coalition-Token";

    private final Set<String> hosts;
    private final byte[] token;

    Gate(int port, String token) {
        this.hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Why the request is refused; empty where it may come in. */
    Optional<Refusal> check(String method, String path, Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0))) {
            return Optional.of(new Refusal(421, "this page answers on the loopback address only"));
        }
        if (!method.equals("GET") && !method.equals("POST")) {
            return Optional.of(new Refusal(405, "only GET and POST are understood"));
        }
        String origin = headers.getFirst("Origin");
        if (origin != null
                && (!origin.startsWith("http://") || !hosts.contains(origin.substring("http://".length())))) {
            return Optional.of(new Refusal(403, "another site may not call this page"));
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean api = path.startsWith("/api/");
        if (api && site != null && !site.equals("same-origin") && !site.equals("none")) {
            return Optional.of(new Refusal(403, "another site may not call this page"));
        }
        if (api && !isToken(headers.getFirst(TOKEN))) {
            return Optional.of(new Refusal(403, "the token is missing or wrong: load the page again"));
        }
        return Optional.empty();
    }

    private boolean isToken(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    /**
     * Why a request is refused.
     *
     * @param status of HTTP
     * @param why one sentence
     */
    record Refusal(int status, String why) {}
}
