package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.answer.Statement;
import coalition.conversation.ThreadId;
import coalition.document.Document;
import coalition.document.Span;
import coalition.retrieval.Scope;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerBlocksTest {
    private static final Pattern LIVE = Pattern.compile("<[!@#a-zA-Z]|https?://|mailto:");
    private static final Pattern HIDDEN =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\x00-\\x08\\x1B]");

    private static Question question(String text) {
        return new Question(text, new ThreadId("t"), "U1", Samples.NOW, Scope.all());
    }

    private static Grounded grounded(String text, String title, String heading) {
        Citation citation = new Citation(
                1,
                Samples.HANDBOOK.id(),
                "h",
                title,
                heading,
                3,
                new Span(0, text.length()),
                text,
                List.of(),
                "c",
                false);
        return new Grounded(
                "id",
                question(text),
                text,
                "",
                List.of(new Statement(text, List.of(1))),
                List.of(citation),
                0.9,
                Mode.LLM,
                text);
    }

    private static Abstained abstained(String text, String title) {
        Citation citation = new Citation(
                0, Samples.HANDBOOK.id(), "h", title, "", 0, new Span(0, text.length()), text, List.of(), "c", true);
        return new Abstained(
                "id",
                question(text),
                text,
                Reason.NOT_IN_SOURCES,
                text,
                List.of(citation),
                List.of(text.isBlank() ? "?" : text, text + "?"),
                0.1,
                Mode.TEMPLATE);
    }

    private static Message render(Answer answer, String question) {
        return new AnswerBlocks(Samples.library(Samples.HANDBOOK), Samples.CLOCK)
                .message(answer, new Frame("q-1", true, question));
    }

    @ParameterizedTest
    @MethodSource("coalition.slack.NaughtyStrings#all")
    void letsNothingOutOfItsBlock(String naughty) {
        String text = naughty.isEmpty() ? " " : naughty;
        for (Answer answer : List.of(grounded(text, text, text), abstained(text, text))) {
            Message message = render(answer, text);
            assertThat(SlackLimits.check(message.json())).isEmpty();
            assertThat(message.text()).doesNotContainPattern(LIVE).doesNotContainPattern(HIDDEN);
            assertThat(notPlain(message.json())).isEmpty();
        }
    }

    @Test
    void letsNothingOutOfItsBlockWhateverIsWritten() {
        Random random = new Random(11);
        List<String> pieces = NaughtyStrings.all().toList();
        for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                text.appendCodePoint(random.nextInt(0xD7FF)).append((char) random.nextInt(128));
            }
            Message message = render(grounded(text.toString(), text.toString(), text.toString()), text.toString());
            assertThat(SlackLimits.check(message.json())).isEmpty();
            assertThat(message.text()).doesNotContainPattern(LIVE).doesNotContainPattern(HIDDEN);
            assertThat(notPlain(message.json())).isEmpty();
        }
    }

    /** Texts that Slack reads as markup, or would link. */
    private static List<String> notPlain(String json) {
        List<String> found = new ArrayList<>();
        walk(JsonParser.parseString(json), found);
        return found;
    }

    private static void walk(JsonElement element, List<String> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(e -> walk(e, found));
        } else if (element instanceof JsonObject object) {
            String type = object.has("type") ? object.get("type").getAsString() : "";
            if (List.of("mrkdwn", "image", "link", "user", "broadcast", "usergroup")
                    .contains(type)) {
                found.add(object.toString());
            }
            if (type.equals("plain_text")
                    && LIVE.matcher(object.get("text").getAsString()).find()) {
                found.add(object.toString());
            }
            boolean code = object.get("style") instanceof JsonObject style && style.has("code");
            if (type.equals("text") && !code && object.get("text").getAsString().matches("(?s).*https?://\\S.*")) {
                found.add(object.toString());
            }
            object.entrySet().forEach(e -> walk(e.getValue(), found));
        }
    }

    @Test
    void cutsALongAnswerAtASentenceAndOffersTheRest() {
        String text = "The lamp burns until dawn. ".repeat(3_900).strip();
        Message message = render(grounded(text, "t", "h"), "");
        assertThat(SlackLimits.check(message.json())).isEmpty();
        assertThat(message.json()).contains("Show all").contains("until dawn.\"");
        SourceViews views = new SourceViews(Samples.library(Samples.HANDBOOK), Samples.CLOCK);
        assertThat(SlackLimits.checkView(BlockJson.write(views.all(grounded(text, "t", "h")))))
                .isEmpty();
    }

    @Test
    void keepsManyLongStatementsAndSourcesWithinTheLimits() {
        List<Statement> statements = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String text = ("\u2028\"\\<>&" + "x".repeat(200)).repeat(3);
            statements.add(new Statement(text, List.of(i)));
            citations.add(new Citation(
                    i,
                    Samples.HANDBOOK.id(),
                    "h",
                    text,
                    text,
                    i,
                    new Span(0, text.length()),
                    text,
                    List.of(),
                    "c",
                    false));
        }
        Grounded answer =
                new Grounded("id", question("q"), "q", "lead", statements, citations, 0.9, Mode.TEMPLATE, "n");
        assertThat(SlackLimits.check(render(answer, "q").json())).isEmpty();
        SourceViews views = new SourceViews(Samples.library(Samples.HANDBOOK), Samples.CLOCK);
        assertThat(SlackLimits.checkView(BlockJson.write(views.sources(answer))))
                .isEmpty();
        assertThat(SlackLimits.checkView(BlockJson.write(views.all(answer)))).isEmpty();
    }

    @Test
    void saysWhenADocumentChangedSinceTheAnswer() {
        Message message = render(grounded("Oil is kept in the cellar.", "Handbook", ""), "");
        assertThat(message.json()).contains("changed since this answer");
    }

    @Test
    void walksThroughADocumentPassageByPassage() {
        String text = "First paragraph. ".repeat(80).strip() + "\n\n"
                + "Second one. ".repeat(80).strip() + "\n\n"
                + "Third one. ".repeat(80).strip();
        Document document = Samples.document("d.md", "D", text);
        Span cited = new Span(text.indexOf("Second"), text.indexOf("Second") + 11);
        Span here = Passages.run(document, cited, 0);
        Span before = Passages.run(document, cited, -1);
        Span after = Passages.run(document, cited, 1);
        assertThat(here.contains(cited)).isTrue();
        assertThat(before.in(text)).startsWith("First");
        assertThat(after.in(text)).startsWith("Third");
        assertThat(Passages.run(document, cited, 2).length()).isZero();
    }
}
