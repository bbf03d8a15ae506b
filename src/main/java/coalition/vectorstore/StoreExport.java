package coalition.vectorstore;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries as JSON lines. The first line is {@code {"format":1,"dimension":384}}; then one line an entry:
 * {@code {"id":"…","text":"…","metadata":{"page":{"int":3}},"embedding":[0.1,…]}}. A metadata value is named by its type, one of
 * string, uuid, int, long, float and double; numbers are written as strings, so that none loses a digit. An entry without a segment
 * has neither text nor metadata.
 */
final class StoreExport {
    static final int FORMAT = 1;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(10_000_000).build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private StoreExport() {}

    static void writeHead(Writer out, int dimension) throws IOException {
        out.write("{\"format\":" + FORMAT + ",\"dimension\":" + dimension + "}\n");
    }

    /** @return the dimension; 0 where the exported store was empty */
    static int readHead(BufferedReader in) throws IOException {
        String line = in.readLine();
        JsonNode head = line == null ? MAPPER.createObjectNode() : MAPPER.readTree(line);
        if (head.path("format").asInt() != FORMAT) {
            throw new IOException("the first line is not {\"format\":" + FORMAT + ",…}");
        }
        return head.path("dimension").asInt();
    }

    static void write(Writer out, Entry entry) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("id", entry.id());
            TextSegment segment = entry.segment();
            if (segment != null) {
                json.writeStringField("text", segment.text());
                json.writeObjectFieldStart("metadata");
                for (Map.Entry<String, Object> value :
                        segment.metadata().toMap().entrySet()) {
                    json.writeObjectFieldStart(value.getKey());
                    json.writeStringField(
                            type(value.getValue()), value.getValue().toString());
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeArrayFieldStart("embedding");
            for (float number : entry.embedding().vector()) {
                json.writeNumber(number);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write(line.append('\n').toString());
    }

    private static String type(Object value) {
        return switch (value) {
            case UUID uuid -> "uuid";
            case Integer number -> "int";
            case Long number -> "long";
            case Float number -> "float";
            case Double number -> "double";
            default -> "string";
        };
    }

    /** @return an entry of key 0 */
    static Entry read(String line) throws IOException {
        JsonNode json = MAPPER.readTree(line);
        JsonNode embedding = json.path("embedding");
        if (!json.path("id").isTextual() || !embedding.isArray()) {
            throw new IOException("an entry needs \"id\" and \"embedding\"");
        }
        float[] vector = new float[embedding.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.parseFloat(embedding.get(i).asText());
        }
        return new Entry(0, json.path("id").asText(), Embedding.from(vector), segment(json));
    }

    private static @Nullable TextSegment segment(JsonNode json) throws IOException {
        if (!json.path("text").isTextual()) {
            return null;
        }
        Metadata metadata = new Metadata();
        for (Map.Entry<String, JsonNode> value : json.path("metadata").properties()) {
            List<Map.Entry<String, JsonNode>> typed =
                    List.copyOf(value.getValue().properties());
            if (typed.size() != 1) {
                throw new IOException("the metadata '" + value.getKey() + "' has not one type");
            }
            put(
                    metadata,
                    value.getKey(),
                    typed.getFirst().getKey(),
                    typed.getFirst().getValue().asText());
        }
        return TextSegment.from(json.path("text").asText(), metadata);
    }

    private static void put(Metadata metadata, String key, String type, String value) throws IOException {
        switch (type) {
            case "string" -> metadata.put(key, value);
            case "uuid" -> metadata.put(key, UUID.fromString(value));
            case "int" -> metadata.put(key, Integer.parseInt(value));
            case "long" -> metadata.put(key, Long.parseLong(value));
            case "float" -> metadata.put(key, Float.parseFloat(value));
            case "double" -> metadata.put(key, Double.parseDouble(value));
            default -> throw new IOException("the metadata '" + key + "' is of an unknown type: " + type);
        }
    }
}
