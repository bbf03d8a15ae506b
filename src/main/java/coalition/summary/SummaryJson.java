package coalition.summary;

import coalition.answer.AnswerJson;
import coalition.answer.Citation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A summary as one line of JSON; {@code docs/json.md} is its contract. */
public final class SummaryJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SummaryJson() {}

    /** One object, without a line break. */
    public static String line(Summary summary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("title", summary.title());
            json.writeArrayFieldStart("sections");
            for (Summary.Section section : summary.sections()) {
                write(json, section);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("citations");
            for (Citation citation : summary.citations()) {
                AnswerJson.write(json, citation);
            }
            json.writeEndArray();
            json.writeStringField("notice", summary.notice());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Summary.Section section) throws IOException {
        json.writeStartObject();
        json.writeStringField("heading", section.heading());
        json.writeArrayFieldStart("lines");
        for (Summary.Line line : section.lines()) {
            json.writeStartObject();
            json.writeStringField("label", line.label());
            json.writeStringField("text", line.text());
            json.writeArrayFieldStart("citations");
            for (int number : line.citations()) {
                json.writeNumber(number);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
