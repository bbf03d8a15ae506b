package coalition.answer;

import coalition.document.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as one line of JSON; {@code docs/json.md} is its contract. */
public final class AnswerJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AnswerJson() {}

    /**
     * One object, without a line break.
     *
     * @param millis from question to answer
     */
    public static String line(Answer answer, long millis) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("question", answer.question().text());
            json.writeStringField("text", answer.text());
            json.writeBooleanField("abstained", answer instanceof Abstained);
            json.writeStringField(
                    "reason", answer instanceof Abstained a ? a.reason().code() : null);
            json.writeStringField("mode", answer.mode().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("confidence", Math.round(answer.confidence() * 10_000) / 10_000.0);
            writeShort(json, answer);
            json.writeArrayFieldStart("citations");
            for (Citation citation : answer.citations()) {
                write(json, citation);
            }
            json.writeEndArray();
            writeMore(json, answer);
            json.writeNumberField("millis", millis);
            json.writeStringField("id", answer.id());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeMore(JsonGenerator json, Answer answer) throws IOException {
        json.writeStringField("standalone", answer.standalone());
        switch (answer) {
            case Grounded grounded -> {
                json.writeStringField(
                        "headline", grounded.headline().map(ShortAnswer::shown).orElse(null));
                json.writeStringField("lead", grounded.lead());
                json.writeArrayFieldStart("statements");
                for (Statement statement : grounded.statements()) {
                    write(json, statement);
                }
                json.writeEndArray();
                json.writeStringField("notice", grounded.notice());
            }
            case Abstained abstained -> {
                json.writeArrayFieldStart("suggestions");
                for (String suggestion : abstained.suggestions()) {
                    json.writeString(suggestion);
                }
                json.writeEndArray();
            }
        }
    }

    private static void write(JsonGenerator json, Statement statement) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", statement.text());
        json.writeArrayFieldStart("citations");
        for (int number : statement.citations()) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The answering words where the reader is sure of them: the first marks there are. */
    private static void writeShort(JsonGenerator json, Answer answer) throws IOException {
        Optional<ShortAnswer> words = ShortAnswer.of(answer);
        if (words.isEmpty()) {
            json.writeNullField("short");
            return;
        }
        json.writeObjectFieldStart("short");
        json.writeStringField("text", words.get().text());
        json.writeNumberField("citation", words.get().citation());
        json.writeNumberField("start", words.get().span().start());
        json.writeNumberField("end", words.get().span().end());
        json.writeEndObject();
    }

    /** Writes one citation as an object. */
    public static void write(JsonGenerator json, Citation citation) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", citation.number());
        json.writeStringField("document", citation.document().value());
        json.writeStringField("title", citation.title());
        json.writeStringField("heading", citation.heading());
        if (citation.page() > 0) {
            json.writeNumberField("page", citation.page());
        }
        json.writeNumberField("start", citation.span().start());
        json.writeNumberField("end", citation.span().end());
        json.writeStringField("quote", citation.quote());
        writeMarks(json, citation.marks());
        json.writeStringField("hash", citation.hash());
        json.writeBooleanField("closest", citation.closest());
        writeShown(json, citation);
        json.writeEndObject();
    }

    private static void writeShown(JsonGenerator json, Citation citation) throws IOException {
        PlainWords words = PlainWords.of(citation.quote());
        int start = citation.span().start();
        json.writeObjectFieldStart("shown");
        json.writeStringField("text", words.text());
        writeMarks(
                json,
                citation.marks().stream()
                        .map(m -> words.shown(new Span(m.start() - start, m.end() - start)))
                        .toList());
        json.writeEndObject();
    }

    private static void writeMarks(JsonGenerator json, List<Span> marks) throws IOException {
        json.writeArrayFieldStart("marks");
        for (Span mark : marks) {
            json.writeStartObject();
            json.writeNumberField("start", mark.start());
            json.writeNumberField("end", mark.end());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
