package coalition.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
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
    private static final Set<String> UNREAD =
            Set.of("blocks", "attachments", "files", "metadata", "bot_profile", "authorizations", "event_time");

    private final App app;

    Reception(App app) {
        this.app = app;
    }

    /** Takes a message that nobody sent and nobody hears, so that the first real one does not wait for classes to be loaded. */
    static void rehearse(App app) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        JsonObject payload = new JsonObject();
        payload.add("event", event);
        JsonObject envelope = new JsonObject();
        envelope.addProperty("envelope_id", "rehearsal");
        envelope.addProperty("type", "events_api");
        envelope.add("payload", payload);
        try {
            var unused = new Reception(app).take(() -> {
                SocketModeRequest request = new SocketModeRequestParser(app.config())
                        .parse(tidied(envelope).toString());
                return request == null ? null : request.getBoltRequest();
            });
        } catch (Exception e) {
            LOG.debug("the rehearsal failed; the first message takes a little longer", e);
        }
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

    /**
     * What was sent, as Slack's SDK takes it: without members that are null, for it takes only what is missing; without what nobody
     * here reads, for a new kind of block is no reason not to hear; with the type of an event that has none; with a time stamp where the event's
     * stands for it; without an empty subtype.
     */
    static JsonObject tidied(JsonObject sent) {
        JsonObject tidy = without(sent).getAsJsonObject();
        JsonObject payload = tidy.get("payload") instanceof JsonObject inner ? inner : tidy;
        UNREAD.forEach(payload::remove);
        if (payload.get("message") instanceof JsonObject message) {
            UNREAD.forEach(message::remove);
        }
        if (payload.get("event") instanceof JsonObject event) {
            UNREAD.forEach(event::remove);
            if (!payload.has("type")) {
                payload.addProperty("type", "event_callback");
            }
            if (event.get("subtype") instanceof JsonPrimitive subtype
                    && subtype.getAsString().isEmpty()) {
                event.remove("subtype");
            }
            if (!event.has("ts") && event.has("event_ts")) {
                event.add("ts", event.get("event_ts"));
            }
        }
        return tidy;
    }

    private static String tidied(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject sent
                    ? tidied(sent).toString()
                    : text;
        } catch (JsonParseException e) {
            return text;
        }
    }

    /** The same for the body of an HTTP request: JSON, or a form with JSON in its field {@code payload}. Other text as it is. */
    static String tidiedBody(String body) {
        if (body.startsWith("{")) {
            return tidied(body);
        }
        if (!body.startsWith(FORM) || body.indexOf('&') >= 0) {
            return body;
        }
        try {
            String json = URLDecoder.decode(body.substring(FORM.length()), StandardCharsets.UTF_8);
            return FORM + URLEncoder.encode(tidied(json), StandardCharsets.UTF_8);
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
