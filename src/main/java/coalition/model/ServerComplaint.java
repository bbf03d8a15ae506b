package coalition.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A server says, in place of a reply, why there is none. The message is what it says, in one short line; it may repeat the key. */
final class ServerComplaint extends RuntimeException {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    ServerComplaint(JsonNode said) {
        super(of(said));
    }

    /** The line for a body of any kind; empty where it is empty or a page for a browser. */
    static String of(String body) {
        String text = body.strip();
        if (text.startsWith("<")) {
            return "";
        }
        try {
            return text.startsWith("{") || text.startsWith("[") ? of(JSON.readTree(text)) : line(text);
        } catch (JsonProcessingException e) {
            return line(text);
        }
    }

    private static String of(JsonNode said) {
        JsonNode node = said.isArray() ? said.path(0) : said;
        for (String name : new String[] {"error", "detail", "message", "msg", "error_description"}) {
            JsonNode value = node.path(name);
            String text = value.isTextual() ? line(value.asText()) : value.isContainerNode() ? of(value) : "";
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
