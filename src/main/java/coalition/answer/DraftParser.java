package coalition.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads a model's reply as it comes and tells each sentence as soon as it is whole: the JSON that was asked for, or plain text
 * with markers, whichever the model chose. A sentence without markers takes those of the next one in its paragraph, as models put
 * them once at the end; whether they fit is for the verifier. For one reply and one thread.
 */
final class DraftParser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("text", "sentence", "statement", "claim");
    private static final List<String> SOURCES =
            List.of("sources", "source", "citations", "citation", "passages", "passage", "markers", "refs");
    private static final List<String> PROSE = List.of("answer", "response", "content");

    private final Consumer<Proposed> sentences;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Integer> opened = new ArrayDeque<>();
    private final ProseParser prose;
    private Shape shape = Shape.UNKNOWN;
    private int read;
    private boolean quoted;
    private boolean escaped;

    /**
     * A sentence of a reply.
     *
     * @param text without markers
     * @param passages numbers of passages, from 1, as the model gave them
     */
    record Proposed(String text, List<Integer> passages) {
        Proposed {
            passages = List.copyOf(passages);
        }
    }

    private enum Shape {
        UNKNOWN,
        JSON,
        PROSE
    }

    DraftParser(Consumer<Proposed> sentences) {
        this.sentences = sentences;
        this.prose = new ProseParser(sentences);
    }

    /** Takes the next piece of the reply. */
    void add(String part) {
        text.append(text.isEmpty() ? part.stripLeading() : part);
        if (shape == Shape.UNKNOWN) {
            shape = shape(text.toString(), false);
        }
        readOn(false, false);
    }

    /**
     * The reply is over.
     *
     * @param cut whether it ends in the middle: a sentence that is not whole says who knows what
     */
    void end(boolean cut) {
        if (shape == Shape.UNKNOWN) {
            shape = shape(text.toString(), true);
        }
        readOn(true, cut);
    }

    private void readOn(boolean last, boolean cut) {
        if (shape == Shape.JSON) {
            scan();
        } else if (shape == Shape.PROSE) {
            prose.add(text.substring(read));
            read = text.length();
            if (last) {
                prose.end(cut);
            }
        }
    }

    private Shape shape(String start, boolean last) {
        String body = start.replaceFirst("^\\s*(?:```[a-z]*\\s*)?", "");
        boolean fence = start.strip().startsWith("`") && start.indexOf('\n') < 0;
        if ((body.length() < 2 || fence) && !last) {
            return Shape.UNKNOWN;
        }
        boolean list = body.startsWith("[") && body.substring(1).stripLeading().startsWith("{");
        return body.startsWith("{") || list ? Shape.JSON : Shape.PROSE;
    }

    /** Reads on to the end of what has come; each object that closes is looked at alone. */
    private void scan() {
        for (; read < text.length(); read++) {
            char c = text.charAt(read);
            if (quoted) {
                quoted = escaped || c != '"';
                escaped = !escaped && c == '\\';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                opened.push(read);
            } else if (c == '}' && !opened.isEmpty()) {
                tell(text.substring(opened.pop(), read + 1));
            }
        }
    }

    private void tell(String object) {
        try {
            JsonNode node = JSON.readTree(object);
            String sentence = first(node, TEXTS);
            if (!sentence.isEmpty()) {
                tell(sentence, sources(node));
            } else {
                String all = first(node, PROSE);
                if (!all.isEmpty()) {
                    tell(all, sources(node));
                }
            }
        } catch (JsonProcessingException e) {
            // what cannot be read claims nothing
        }
    }

    private void tell(String words, List<Integer> sources) {
        ProseParser inner = new ProseParser(proposed -> {
            TreeSet<Integer> all = new TreeSet<>(sources);
            all.addAll(proposed.passages());
            sentences.accept(new Proposed(proposed.text(), new ArrayList<>(all)));
        });
        inner.add(words);
        inner.end(false);
    }

    private static String first(JsonNode node, List<String> names) {
        return names.stream()
                .map(name -> node.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static List<Integer> sources(JsonNode node) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : SOURCES) {
            JsonNode value = node.path(name);
            if (value.isArray()) {
                value.forEach(element -> number(element, numbers));
            } else {
                number(value, numbers);
            }
        }
        return numbers;
    }

    private static void number(JsonNode value, List<Integer> numbers) {
        String digits = value.asText("").replaceAll("\\D", "");
        if (!digits.isEmpty() && digits.length() < 4) {
            numbers.add(Integer.valueOf(digits));
        }
    }
}
