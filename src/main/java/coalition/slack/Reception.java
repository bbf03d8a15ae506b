package coalition.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what Slack sent to Bolt, the same behind both doors. What cannot be understood is let go with "ok", for it would not be
 * understood the next time either; what could not be kept is not, so that it comes again.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final String FORM = "payload=";

    private final App app;

    Reception(App app) {
        this.app = app;
    }

    /** Makes a request of what was sent. */
    @FunctionalInterface
    interface Parsing {
        @Nullable
        Request<?> parse() throws Exception;
    }

    /**
     * What to say to Slack: status 200, or another one where it is to come again.
     *
     * @throws coalition.storage.StorageException when it could not be kept
     */
    Response take(Parsing parsing) throws Exception {
        try {
            Request<?> request = parsing.parse();
            if (request == null) {
                LOG.debug("Slack sent something unknown, which is let go");
                return Response.ok();
            }
            Response response = app.run(request);
            int status = response.getStatusCode();
            return status >= 400 && status < 500 ? letGo("status " + status) : response;
        } catch (JsonParseException
                | NullPointerException
                | ClassCastException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            return letGo(e.toString());
        }
    }

    private static Response letGo(String why) {
        LOG.warn("Slack sent something that is not understood, which is let go: {}", SlackText.cut(why, 200));
        return Response.ok();
    }

    /** The JSON without members that are null: Slack's SDK takes what is missing, not what is null. Other text as it is. */
    static String withoutNulls(String text) {
        if (!text.contains("null")) {
            return text;
        }
        try {
            JsonElement element = JsonParser.parseString(text);
            return element.isJsonObject() ? without(element).toString() : text;
        } catch (JsonParseException e) {
            return text;
        }
    }

    /** The same for the body of an HTTP request: JSON, or a form with JSON in its field {@code payload}. */
    static String bodyWithoutNulls(String body) {
        if (!body.startsWith(FORM) || body.indexOf('&') >= 0) {
            return withoutNulls(body);
        }
        try {
            String json = URLDecoder.decode(body.substring(FORM.length()), StandardCharsets.UTF_8);
            return FORM + URLEncoder.encode(withoutNulls(json), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return body;
        }
    }

    private static JsonElement without(JsonElement element) {
        if (element.isJsonObject()) {
            JsonObject rest = new JsonObject();
            element.getAsJsonObject().entrySet().forEach(e -> {
                if (!e.getValue().isJsonNull()) {
                    rest.add(e.getKey(), without(e.getValue()));
                }
            });
            return rest;
        }
        if (element.isJsonArray()) {
            JsonArray rest = new JsonArray();
            element.getAsJsonArray().forEach(e -> rest.add(without(e)));
            return rest;
        }
        return element;
    }
}
