package coalition.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParsingHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chat completions as the many servers write them that speak OpenAI's API nearly. Of each event or body only the text, why it ends
 * and the tokens are taken, wherever they stand; whether it came as a stream or whole does not matter, nor which was asked for.
 */
final class OpenAiDialect implements Dialect {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What one event says.
     *
     * @param text may be empty
     * @param finish why the reply is over, in OpenAI's words; empty: it is not, or nobody says
     * @param sent tokens; 0: not said
     * @param written tokens; 0: not said
     */
    private record Piece(String text, String finish, int sent, int written) {
        Piece and(Piece next) {
            return new Piece(
                    text + next.text,
                    next.finish.isEmpty() ? finish : next.finish,
                    Math.max(sent, next.sent),
                    Math.max(written, next.written));
        }

        String json(String message) {
            ObjectNode node = JSON.createObjectNode();
            node.put("id", "reply").put("created", 0).put("model", "model");
            ObjectNode choice = node.putArray("choices").addObject().put("index", 0);
            ObjectNode said = choice.putObject(message).put("role", "assistant");
            if (!text.isEmpty()) {
                said.put("content", text);
            }
            if (!finish.isEmpty()) {
                choice.put("finish_reason", finish);
            }
            if (sent > 0 && written > 0) {
                node.putObject("usage")
                        .put("prompt_tokens", sent)
                        .put("completion_tokens", written)
                        .put("total_tokens", sent + written);
            }
            return node.toString();
        }
    }

    @Override
    public String whole(String body) {
        StringBuilder text = new StringBuilder();
        Piece[] last = {new Piece("", "", 0, 0)};
        try {
            read(new BufferedReader(new StringReader(body)), node -> {
                Piece piece = piece(node);
                text.append(piece.text());
                last[0] = last[0].and(new Piece("", piece.finish(), piece.sent(), piece.written()));
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Piece(text.toString(), last[0].finish(), last[0].sent(), last[0].written()).json("message");
    }

    @Override
    public void stream(InputStream body, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException {
        DefaultServerSentEventParsingHandle handle = new DefaultServerSentEventParsingHandle(body);
        ServerSentEventContext context = new ServerSentEventContext(handle);
        read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)), node -> {
            listener.onEvent(new ServerSentEvent("message", piece(node).json("delta")), context);
            return !handle.isCancelled();
        });
    }

    /** Tells the JSON of each event, with and without {@code data:}, until it is over or nobody wants more. */
    private static void read(BufferedReader lines, Predicate<JsonNode> wants) throws IOException {
        StringBuilder open = new StringBuilder();
        boolean strange = false;
        boolean heard = false;
        for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
            String line = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
            boolean data = line.startsWith("data:");
            String text = (data ? line.substring(5) : line).strip();
            if (text.equals("[DONE]")) {
                return;
            }
            if (text.isEmpty() || (!data && !text.startsWith("{") && open.isEmpty())) {
                strange |= text.startsWith("<");
                if (text.isEmpty() && !open.isEmpty()) {
                    throw new IllegalStateException("an event is no JSON");
                }
                continue;
            }
            Optional<JsonNode> node = parsed(text);
            if (node.isEmpty()) {
                open.append(text).append('\n');
                if (!data) {
                    open.append(lines.lines().collect(Collectors.joining("\n")));
                }
                node = parsed(open.toString());
            }
            if (node.isPresent()) {
                open.setLength(0);
                heard = true;
                if (!wants.test(node.get())) {
                    return;
                }
            }
        }
        if (!open.isEmpty() || (strange && !heard)) {
            throw new IllegalStateException("the reply is no JSON");
        }
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Piece piece(JsonNode node) {
        JsonNode choice = node.path("choices").path(0);
        JsonNode error = node.path("error");
        if (choice.isMissingNode() && (error.isObject() || error.isTextual())) {
            throw new ServerComplaint(node);
        }
        String text = text(choice.path("delta").path("content"))
                .or(() -> text(choice.path("message").path("content")))
                .or(() -> text(choice.path("text")))
                .or(() -> text(node.path("message").path("content")))
                .orElse("");
        JsonNode usage = node.path("usage");
        return new Piece(
                text,
                finish(choice.path("finish_reason").asText("")),
                number(usage, "prompt_tokens", "input_tokens"),
                number(usage, "completion_tokens", "output_tokens"));
    }

    /** A text, or those of a list of parts that are said aloud; empty where there is none. */
    private static Optional<String> text(JsonNode content) {
        if (content.isTextual()) {
            return Optional.of(content.asText()).filter(text -> !text.isEmpty());
        }
        if (content.isObject()) {
            return text(content.path("text"));
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode part : content) {
            all.append(part.isTextual() ? part.asText() : part.path("text").asText(""));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
    }

    private static String finish(String said) {
        return switch (said) {
            case "", "null" -> "";
            case "content_filter" -> said;
            default -> said.contains("length") || said.contains("max_tokens") ? "length" : "stop";
        };
    }

    private static int number(JsonNode usage, String name, String other) {
        return Math.max(0, usage.path(name).asInt(usage.path(other).asInt(0)));
    }
}
