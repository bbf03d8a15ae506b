package coalition;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import coalition.model.Provider;
import coalition.model.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a person sees who sets a model, from the command line to the wire and back. */
class LanguageModelCommandsTest {
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
    private static final String KEY = "sk-very-secret-0815";
    private static final String ASKED = "When did the Harbour Museum open?";
    private static final String QUOTE = "The Harbour Museum opened on 3 May 1987 in an old customs house.";
    private static final String GOOD = "On 3 May 1987, the Harbour Museum opened in an old customs house. [1]";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void set() throws IOException {
        SERVER.resetAll();
        environment.put("COALITION_LLM", "openai:stand-in@http://127.0.0.1:" + SERVER.port() + "/v1");
        environment.put("COALITION_LLM_KEY", KEY);
        Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(
                folder.resolve("knowledge/museum.md"),
                "# Harbour Museum\n\n" + QUOTE + " Its first director was Anna Berg. The museum shows 40 ships.\n");
    }

    @Test
    void answersInTheModelsWordsAndCitesTheSource() throws IOException {
        says(GOOD);
        JsonNode answer = json(run("ask", "--json", ASKED).out());
        assertThat(answer.path("mode").asText()).isEqualTo("llm");
        assertThat(answer.path("citations").path(0).path("quote").asText()).isEqualTo(QUOTE);
    }

    @Test
    void asksOnceForWhatIsAskedTwice() {
        says(GOOD);
        run("ask", ASKED);
        run("ask", "Please tell me when the Harbour Museum opened");
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void asksAgainWhenADocumentChanged() throws IOException {
        says(GOOD);
        run("ask", ASKED);
        Files.writeString(folder.resolve("knowledge/more.md"), "# More\n\nThe Harbour Museum closed in 2001.\n");
        run("ask", ASKED);
        assertThat(SERVER.getAllServeEvents()).hasSize(2);
    }

    @Test
    void comparesTemplateAndModelOnTheSameQuestions() throws IOException {
        says(GOOD);
        environment.put("COALITION_LLM_PRICES", "1000/1000");
        Path questions = folder.resolve("questions.jsonl");
        Files.writeString(
                questions,
                "{\"question\": \"" + ASKED + "\", \"answers\": [\"1987\"], \"document\": \"museum.md\"}\n"
                        + "{\"question\": \"Who was the first director of the Harbour Museum?\", \"answers\": [\"Anna Berg\"],"
                        + " \"document\": \"museum.md\"}\n");
        JsonNode report =
                json(run("eval", questions.toString(), "--llm", "--json").out());
        assertThat(report.path("template").path("right").asInt()).isEqualTo(2);
        assertThat(report.path("model").path("written").asInt()).isPositive();
        assertThat(report.path("model").path("calls").asInt()).isEqualTo(2);
        assertThat(report.path("model").path("inputTokens").asInt()).isEqualTo(24);
        assertThat(report.path("model").path("cost").asDouble()).isEqualTo(38 * 1000 / 1e6);
    }

    @Test
    void saysWhatIsMissingWhenThereIsNothingToCompare() throws IOException {
        environment.clear();
        Path questions = folder.resolve("questions.jsonl");
        Files.writeString(questions, "{\"question\": \"" + ASKED + "\", \"answers\": [\"1987\"]}\n");
        CommandRun ran = run("eval", questions.toString(), "--llm");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("COALITION_LLM");
    }

    @Test
    void showsWhatBecameOfEachSentence() {
        says(GOOD + " The Harbour Museum opened in 1999. [1]");
        run("ask", ASKED);
        assertThat(run("log", "--llm").out())
                .contains(
                        "question    " + ASKED,
                        "passage 1",
                        "draft",
                        "kept",
                        "'1999' is not in the source",
                        "12 tokens sent");
    }

    @Test
    void saysInAWordThatTheDaysMoneyIsSpent() {
        says(GOOD);
        environment.put("COALITION_LLM_PRICES", "1000/1000");
        environment.put("COALITION_LLM_DAILY_CAP", "0.001");
        run("ask", ASKED);
        String answer =
                run("ask", "Who was the first director of the Harbour Museum?").out();
        assertThat(answer).contains("has reached today's spending limit", "Anna Berg");
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void tellsInTheCheckupWhatWasSpent() {
        says("yes");
        environment.put("COALITION_LLM_PRICES", "1000/1000");
        run("index");
        assertThat(run("doctor").out()).contains("stand-in answered", "0.019");
    }

    @Test
    void keepsTheKeyOutOfOutputAndLog() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody("bad key " + KEY)));
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        root.addAppender(heard);
        root.setLevel(Level.DEBUG);
        try {
            CommandRun asked = run("ask", ASKED);
            CommandRun checked = run("doctor");
            CommandRun logged = run("log", "--llm");
            assertThat(asked.all() + checked.all() + logged.all()).doesNotContain(KEY);
            assertThat(asked.out()).contains("refused the key");
            assertThat(heard.list)
                    .filteredOn(e -> !e.getLoggerName().startsWith("wiremock")
                            && !e.getLoggerName().contains("jetty"))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(line -> line.contains(KEY));
        } finally {
            root.setLevel(before);
            root.detachAppender(heard);
        }
    }

    private static void says(String reply) {
        SERVER.stubFor(any(anyUrl()).willReturn(Wire.stream(Provider.OPENAI, List.of(reply))));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(environment, folder.resolve("knowledge"), folder.resolve("data"), List.of(arguments));
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
