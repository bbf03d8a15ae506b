package coalition.web;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Library;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run of a document with what stands around it. Documents are looked up in the library by their ids, so that no path can
 * lead to another file.
 */
final class PassageRoute {
    private static final int AROUND = 5_000;

    private final Library library;
    private final ObjectMapper json = new ObjectMapper();

    PassageRoute(Library library) {
        this.library = library;
    }

    Reply reply(@Nullable String query) {
        Map<String, String> asked = parse(query == null ? "" : query);
        String id = asked.getOrDefault("document", "");
        if (id.isBlank()) {
            return Reply.error(400, "no document is named");
        }
        int start;
        int end;
        try {
            start = Integer.parseInt(asked.getOrDefault("start", ""));
            end = Integer.parseInt(asked.getOrDefault("end", ""));
        } catch (NumberFormatException e) {
            return Reply.error(400, "'start' and 'end' must be numbers");
        }
        Optional<Document> found = find(new DocumentId(id), asked.getOrDefault("hash", ""));
        if (found.isEmpty()) {
            return Reply.error(404, "there is no such document");
        }
        Document document = found.get();
        if (start < 0 || end < start || end > document.text().length()) {
            return Reply.error(404, "there is no such passage");
        }
        return Reply.json(passage(document, start, end).toString());
    }

    private ObjectNode passage(Document document, int start, int end) {
        String text = document.text();
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        boolean current = library.find(document.id())
                .map(d -> d.hash().equals(document.hash()))
                .orElse(false);
        return json.createObjectNode()
                .put("document", document.id().value())
                .put("title", document.title())
                .put("current", current)
                .put("before", text.substring(from, start))
                .put("quote", text.substring(start, end))
                .put("after", text.substring(end, to))
                .put("cutBefore", from > 0)
                .put("cutAfter", to < text.length());
    }

    private Optional<Document> find(DocumentId id, String hash) {
        return hash.isEmpty() ? library.find(id) : library.find(id, hash).or(() -> library.find(id));
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
