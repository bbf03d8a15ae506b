package coalition.model;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One chat model: who serves it, where, and with which key.
 *
 * @param provider who serves it
 * @param model as the provider names it
 * @param baseUrl where; empty: the provider's own service
 * @param key sent to {@code baseUrl} alone; may be none
 * @param price what it costs
 */
public record ChatEndpoint(Provider provider, String model, String baseUrl, Secret key, Price price) {
    public ChatEndpoint {
        if (model.isBlank()) {
            throw new IllegalArgumentException(
                    "'" + provider.code() + ":' names no model, as in " + provider.code() + ":model-name");
        }
        if (!baseUrl.isEmpty() && !baseUrl.matches("https?://[^\\s@/]+(/\\S*)?")) {
            throw new IllegalArgumentException("the address of '" + provider.code() + ":" + model
                    + "' is not http(s)://host[:port][/path] without a name or password");
        }
        // people copy the address of the calls themselves
        baseUrl = baseUrl.replaceFirst("/+(?=\\?|$)", "")
                .replaceFirst("/(?:chat/)?completions(?=\\?|$)", "")
                .replaceFirst("/+(?=\\?|$)", "");
    }

    /**
     * Reads {@code provider:model} or {@code provider:model@http://host:port/path}; key and price are none.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static ChatEndpoint parse(String text) {
        String entry = text.strip();
        int colon = entry.indexOf(':');
        String name = colon < 0 ? entry : entry.substring(0, colon);
        Provider provider = Arrays.stream(Provider.values())
                .filter(p -> p.code().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + entry + "' is not PROVIDER:MODEL with one of "
                        + Arrays.stream(Provider.values()).map(Provider::code).collect(Collectors.joining(", "))
                        + "; 'template' may come last"));
        String rest = colon < 0 ? "" : entry.substring(colon + 1);
        int at = rest.indexOf("@http");
        return at < 0
                ? new ChatEndpoint(provider, rest, "", Secret.none(), Price.free())
                : new ChatEndpoint(
                        provider, rest.substring(0, at), rest.substring(at + 1), Secret.none(), Price.free());
    }

    public ChatEndpoint at(String url) {
        return new ChatEndpoint(provider, model, url, key, price);
    }

    public ChatEndpoint with(Secret newKey) {
        return new ChatEndpoint(provider, model, baseUrl, newKey, price);
    }

    public ChatEndpoint costing(Price newPrice) {
        return new ChatEndpoint(provider, model, baseUrl, key, newPrice);
    }

    /** As people name it: {@code openai:gpt-4o-mini}. */
    public String name() {
        return provider.code() + ":" + model;
    }

    /** The address calls go to, without a query: a server's alone is completed by the path that the provider's own has ({@code /v1}). */
    public String address() {
        String home = provider.home();
        String plain = plainUrl();
        boolean bare = plain.isEmpty() || URI.create(plain).getPath().isEmpty();
        return plain.isEmpty() ? home : bare ? plain + URI.create(home).getPath() : plain;
    }

    /** {@link #address()}, and where else a server may be that is not there: with or without the version in the path. */
    List<String> addresses() {
        String first = address();
        if (atHome()) {
            return List.of(first);
        }
        return List.of(first, first.endsWith("/v1") ? first.substring(0, first.length() - 3) : first + "/v1");
    }

    /** The parameters after the address, as gateways want them ({@code ?api-version=…}); mostly none. */
    Map<String, String> query() {
        int mark = baseUrl.indexOf('?');
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair :
                mark < 0 ? new String[0] : baseUrl.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return query;
    }

    private String plainUrl() {
        int mark = baseUrl.indexOf('?');
        return mark < 0 ? baseUrl : baseUrl.substring(0, mark);
    }

    /** The host of {@link #address()}, for people. */
    public String host() {
        String host = URI.create(address()).getHost();
        return host == null ? address() : host;
    }

    /** Whether calls go to the provider's own service. */
    boolean atHome() {
        return address().equals(provider.home());
    }
}
