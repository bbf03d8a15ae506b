package coalition.model;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
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
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
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

    /** The address calls go to: a server's alone is completed by the path that the provider's own has ({@code /v1}). */
    public String address() {
        String home = provider.home();
        boolean bare = URI.create(baseUrl).getPath().isEmpty();
        return baseUrl.isEmpty() ? home : bare ? baseUrl + URI.create(home).getPath() : baseUrl;
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
