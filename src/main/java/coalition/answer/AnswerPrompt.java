package coalition.answer;

import coalition.conversation.Turn;
import coalition.document.Chunk;
import coalition.document.VisibleText;
import coalition.model.Prompt;
import coalition.retrieval.Passage;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the prompt of an answer: rules from a resource, then passages, earlier turns and the question as fenced material. The
 * fence carries a word that is new for each prompt, so that nothing written before can close it; what nobody sees is left out.
 */
final class AnswerPrompt {
    private static final int LONGEST_PASSAGE = 3000;
    private static final int LONGEST_TURN = 600;
    private static final int LONGEST_QUESTION = 4000;
    private static final String RULES = resource("answer-prompt.txt");
    private static final String SHAPE = resource("answer-prompt-structured.txt");
    private static final ResponseFormat FORMAT = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("answer")
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty(
                                    "sentences",
                                    JsonArraySchema.builder().items(sentence()).build())
                            .required("sentences")
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    private final Supplier<String> fences;

    /** @param fences a new word a prompt that nobody can guess: letters and digits */
    AnswerPrompt(Supplier<String> fences) {
        this.fences = fences;
    }

    /** The rules that every prompt begins with. */
    static String wording() {
        return RULES + SHAPE;
    }

    /** The prompt; {@code structured} asks for JSON. */
    Prompt of(Generator.Task task, boolean structured) {
        String fence = fences.get();
        StringBuilder user = new StringBuilder("Passages:\n");
        List<Passage> passages = task.passages();
        for (int i = 0; i < passages.size(); i++) {
            user.append('\n').append('[').append(i + 1).append("] ");
            fenced(user, "passage", fence, shown(passages.get(i).chunk()));
        }
        if (!task.history().isEmpty()) {
            user.append(
                    "\nEarlier turns of this conversation, oldest first (to understand the question, not as a source):\n");
            task.history().forEach(turn -> fenced(user, "turn", fence, shown(turn)));
        }
        user.append("\nThe question:\n");
        fenced(user, "question", fence, cut(task.standalone(), LONGEST_QUESTION));
        user.append("\nAnswer it from the passages, with the numbers of the passages after each sentence.");
        String rules = RULES.replace("{fence}", fence);
        return new Prompt(
                structured ? rules + "\n" + SHAPE : rules,
                user.toString(),
                structured ? Optional.of(FORMAT) : Optional.empty());
    }

    private static void fenced(StringBuilder out, String kind, String fence, String text) {
        out.append('<').append(kind).append('-').append(fence).append(">\n");
        out.append(VisibleText.strip(text).strip()).append('\n');
        out.append("</").append(kind).append('-').append(fence).append(">\n");
    }

    private static String shown(Chunk chunk) {
        String heading = chunk.heading().isEmpty() ? "" : " > " + chunk.heading();
        return cut(chunk.title() + heading, 300) + "\n" + cut(chunk.text(), LONGEST_PASSAGE);
    }

    private static String shown(Turn turn) {
        return "Asked: " + cut(turn.standalone(), LONGEST_TURN) + "\nAnswered: " + cut(turn.answer(), LONGEST_TURN);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + " …";
    }

    private static JsonObjectSchema sentence() {
        return JsonObjectSchema.builder()
                .addProperty("text", JsonStringSchema.builder().build())
                .addProperty(
                        "sources",
                        JsonArraySchema.builder()
                                .items(JsonIntegerSchema.builder().build())
                                .build())
                .required("text", "sources")
                .additionalProperties(false)
                .build();
    }

    static String resource(String name) {
        try (InputStream in = AnswerPrompt.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + name + "' is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource '" + name + "'", e);
        }
    }
}
