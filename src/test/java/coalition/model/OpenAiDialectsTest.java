package coalition.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as servers send them that speak OpenAI's chat completions each a little differently: all say the same. */
class OpenAiDialectsTest {
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
    private static final Prompt PROMPT = new Prompt("You are careful.", "Who left?", Optional.empty());
    private static final String SAID = "Kors left. [1]";

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void reset() {
        SERVER.resetAll();
    }

    /** A reply with its events or its body; {@code %s} is where a piece of the text stands. */
    enum Dialect {
        PLAIN("", chunk("{\"content\":\"Kors left.\"}"), chunk("{\"content\":\" [1]\"}"), end()),
        NO_SPACE("", raw("data:{\"choices\":[{\"delta\":{\"content\":\"Kors left. [1]\"}}]}\n\ndata:[DONE]\n\n")),
        CRLF(
                "",
                raw(
                        ": keep-alive\r\n\r\ndata: {\"choices\":[{\"delta\":{\"content\":\"Kors left.\"}}]}\r\n\r\n: keep-alive\r\n\r\n"),
                raw("data: {\"choices\":[{\"delta\":{\"content\":\" [1]\"}}]}\r\n\r\ndata: [DONE]\r\n\r\n")),
        CARRIAGE_RETURNS(
                "", raw("data: {\"choices\":[{\"delta\":{\"content\":\"Kors left. [1]\"}}]}\r\rdata: [DONE]\r\r")),
        EVENT_NAMES(
                "",
                raw(
                        "id: 1\nretry: 100\nevent: message\ndata: {\"choices\":[{\"delta\":{\"content\":\"Kors left. [1]\"}}]}\n\ndata: [DONE]\n\n")),
        BYTE_ORDER_MARK("", raw("\uFEFFdata: {\"choices\":[{\"delta\":{\"content\":\"Kors left. [1]\"}}]}\n\n")),
        ONE_LINE_BREAK(
                "",
                raw(
                        "data: {\"choices\":[{\"delta\":{\"content\":\"Kors left.\"}}]}\ndata: {\"choices\":[{\"delta\":{\"content\":\" [1]\"}}]}\n"),
                raw("data: [DONE]\n")),
        NO_DONE("", chunk("{\"content\":\"Kors left. [1]\"}")),
        NO_LAST_LINE_BREAK("", raw("data: {\"choices\":[{\"delta\":{\"content\":\"Kors left. [1]\"}}]}")),
        PLAIN_TYPE("text/plain", chunk("{\"content\":\"Kors left. [1]\"}"), end()),
        NO_TYPE("-", chunk("{\"content\":\"Kors left. [1]\"}"), end()),
        LATIN_TYPE("text/event-stream; charset=ISO-8859-1", chunk("{\"content\":\"Kors left. [1]\"}"), end()),
        ROLE_FIRST("", chunk("{\"role\":\"assistant\"}"), chunk("{\"content\":\"Kors left. [1]\"}"), end()),
        NULL_FIRST(
                "",
                chunk("{\"role\":\"assistant\",\"content\":null}"),
                chunk("{\"content\":\"Kors left. [1]\"}"),
                end()),
        EMPTY_FIRST(
                "",
                raw("data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n"),
                chunk(
                        "{\"content\":\"\",\"role\":\"assistant\",\"refusal\":null,\"tool_calls\":null,\"function_call\":null}"),
                chunk("{\"content\":\"Kors left. [1]\"}"),
                end()),
        EMPTY_DATA("", raw("data:\n\ndata: \n\n"), chunk("{\"content\":\"Kors left. [1]\"}"), end()),
        NO_TOOLS("", chunk("{\"content\":\"Kors left. [1]\",\"tool_calls\":[]}"), end()),
        REASONING(
                "",
                chunk("{\"content\":null,\"reasoning_content\":\"Who?\"}"),
                chunk("{\"content\":\"\",\"reasoning\":\"Kors.\",\"reasoning_details\":[{\"type\":\"x\"}]}"),
                chunk("{\"content\":\"Kors left. [1]\"}"),
                end()),
        THOUGHTS(
                "",
                chunk("{\"content\":\"<think>Who?\"}"),
                chunk("{\"content\":\"</think>\\n\\nKors left. [1]\"}"),
                end()),
        PARTS_OF_CONTENT(
                "",
                chunk("{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Who?\"}]}]}"),
                chunk("{\"content\":[{\"type\":\"text\",\"text\":\"Kors left. [1]\"}]}"),
                end()),
        MESSAGE_FOR_DELTA(
                "", raw("data: {\"choices\":[{\"message\":{\"content\":\"Kors left. [1]\"}}]}\n\ndata: [DONE]\n\n")),
        TEXT_OF_COMPLETIONS(
                "", raw("data: {\"choices\":[{\"text\":\"Kors left. [1]\",\"index\":0}]}\n\ndata: [DONE]\n\n")),
        ODD_FIELDS(
                "",
                raw(
                        "data: {\"id\":7,\"created\":1764160000123,\"model\":null,\"object\":1,\"system_fingerprint\":{},\"choices\":[{\"index\":\"0\","
                                + "\"delta\":{\"content\":\"Kors left. [1]\",\"role\":\"model\"},\"logprobs\":[],\"finish_reason\":\"\"}],"
                                + "\"usage\":{\"prompt_tokens\":\"12\",\"completion_tokens\":7.0,\"total_tokens\":null,\"completion_tokens_details\":5}}\n\n")),
        ODD_FINISH(
                "",
                chunk("{\"content\":\"Kors left. [1]\"}"),
                raw("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"eos_token\"}]}\n\n")),
        USAGE_ALONE(
                "",
                chunk("{\"content\":\"Kors left. [1]\"}"),
                raw(
                        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":7}}\n\ndata: [DONE]\n\n")),
        USAGE_EVERYWHERE(
                "",
                raw("data: {\"choices\":[{\"delta\":{\"content\":\"Kors left. [1]\"}}],\"usage\":null}\n\n"),
                raw("data: {\"choices\":[{\"delta\":{}}],\"usage\":{}}\n\ndata: [DONE]\n\n")),
        NULL_DELTA(
                "",
                chunk("{\"content\":\"Kors left. [1]\"}"),
                raw("data: {\"choices\":[{\"delta\":null,\"finish_reason\":\"stop\"}],\"usage\":null}\n\n"),
                raw("data: {\"choices\":null}\n\ndata: [DONE]\n\n")),
        WHOLE("application/json", whole("{\"role\":\"assistant\",\"content\":\"Kors left. [1]\"}")),
        WHOLE_AS_TEXT("text/plain", whole("{\"role\":\"assistant\",\"content\":\"Kors left. [1]\"}")),
        WHOLE_WITHOUT_ALL("application/json", raw("{\"choices\":[{\"message\":{\"content\":\"Kors left. [1]\"}}]}")),
        WHOLE_IN_PARTS(
                "application/json",
                whole("{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Kors left. [1]\"}]}")),
        WHOLE_WITH_THOUGHTS(
                "application/json",
                whole(
                        "{\"role\":\"assistant\",\"reasoning_content\":\"Who?\",\"content\":\"<think>\\nWho?\\n</think>\\n\\nKors left. [1]\","
                                + "\"tool_calls\":null,\"function_call\":null,\"refusal\":null,\"annotations\":[],\"audio\":null}")),
        WHOLE_ODD(
                "application/json; charset=utf-8",
                raw(
                        "\n {\"id\":null,\"created\":1764160000.5,\"choices\":[{\"index\":0,\"message\":{\"role\":\"ai\",\"content\":\"Kors left. [1]\"},"
                                + "\"finish_reason\":\"length_limit\",\"stop_reason\":null}],\"usage\":null,\"timings\":{\"x\":1}}\n")),
        WHOLE_ON_SEVERAL_LINES(
                "application/json",
                raw(
                        "{\n  \"choices\": [\n\n    {\n      \"message\": {\"content\": \"Kors left. [1]\"}\n    }\n  ]\n}\n")),
        EVENT_ON_SEVERAL_LINES(
                "",
                raw("data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"Kors left.\"}}]}\n\n"),
                chunk("{\"content\":\" [1]\"}"),
                end()),
        LINES_OF_JSON(
                "application/x-ndjson",
                raw(
                        "{\"choices\":[{\"delta\":{\"content\":\"Kors left.\"}}]}\n{\"choices\":[{\"delta\":{\"content\":\" [1]\"}}]}\n"));

        private final String type;
        private final String body;

        Dialect(String type, String... events) {
            this.type = type.isEmpty() ? "text/event-stream" : type;
            this.body = String.join("", events);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readsWhatWasSaid(Dialect dialect) {
        answer(dialect);
        assertThat(ask(true).text()).isEqualTo(SAID);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void paysForOneCallOnly(Dialect dialect) {
        answer(dialect);
        ask(true);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"WHOLE.*", "PLAIN", "CRLF"})
    void readsWhatWasSaidWhereNoStreamWasAskedFor(Dialect dialect) {
        answer(dialect);
        assertThat(ask(false).text()).isEqualTo(SAID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"error":{"message":"the pool is full","code":503}}                | the pool is full
            200 | data: {"error":"the pool is full"}                                 | the pool is full
            400 | {"error":{"message":"context of 4096 tokens is too small"}}        | context of 4096 tokens is too small
            404 | {"error":{"message":"model 'm' does not exist","param":null}}      | model 'm' does not exist
            422 | {"detail":[{"loc":["body"],"msg":"field required"}]}               | field required
            500 | {"object":"error","message":"out of memory"}                       | out of memory
            500 | {"error":"out of memory"}                                          | out of memory
            503 | Loading model                                                      | Loading model
            401 | {"error":{"message":"bad key key-1, see key-***"}}                 | bad key … see …
            502 | <html><body>Bad Gateway</body></html>                              | status 502)
            """)
    void tellsWhatTheServerComplainsOfWithoutTheKey(int status, String body, String complaint) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
        assertThatThrownBy(() -> ask(true)).hasMessageContaining(complaint).hasMessageNotContaining("key-1");
    }

    @Test
    void saysThatTheTokensWereOverBeforeTheFirstWord() {
        SERVER.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withBody(
                                                "{\"choices\":[{\"message\":{\"content\":\"<think>Who\"},\"finish_reason\":\"length\"}]}")));
        assertThatThrownBy(() -> ask(true)).hasMessageContaining("its 700 tokens were over");
    }

    @Test
    void knowsAReplyThatIsCut() {
        SERVER.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withBody(
                                                "{\"choices\":[{\"message\":{\"content\":\"Kors left. [1] He\"},\"finish_reason\":\"length\"}]}")));
        assertThat(ask(true).cut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/",
                "/v1//",
                "/v1/chat/completions",
                "/v1/chat/completions/",
                "/chat/completions",
                "/v1?api-version=2024-10-21"
            })
    void findsTheServerWhicheverWayItsAddressIsWritten(String path) {
        SERVER.stubFor(post(urlPathEqualTo("/v1/chat/completions"))
                .willReturn(aResponse().withBody(Dialect.PLAIN.body)));
        assertThat(ask(path, true).text()).isEqualTo(SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v1"})
    void findsAServerThatHasNoVersionInItsPath(String path) {
        SERVER.stubFor(
                post(urlPathEqualTo("/chat/completions")).willReturn(aResponse().withBody(Dialect.PLAIN.body)));
        assertThat(ask(path, true).text()).isEqualTo(SAID);
    }

    @Test
    void sendsWhatGatewaysWant() {
        SERVER.stubFor(post(urlPathEqualTo("/openai/deployments/d/chat/completions"))
                .withQueryParam("api-version", equalTo("2024-10-21"))
                .withHeader("api-key", equalTo("key-1"))
                .willReturn(aResponse().withBody(Dialect.PLAIN.body)));
        assertThat(ask("/openai/deployments/d/?api-version=2024-10-21", true).text())
                .isEqualTo(SAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"System role not supported\"}}",
                "{\"message\":\"Conversation roles must alternate user/assistant/user\"}"
            })
    void putsTheRulesBeforeTheQuestionWhereNoSystemMessageIsTaken(String refusal) {
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withBody(Dialect.PLAIN.body)));
        SERVER.stubFor(any(anyUrl())
                .atPriority(1)
                .withRequestBody(matchingJsonPath("$.messages[?(@.role == 'system')]"))
                .willReturn(aResponse().withStatus(400).withBody(refusal)));
        assertThat(ask(true).text()).isEqualTo(SAID);
    }

    private static String raw(String text) {
        return text;
    }

    private static String chunk(String delta) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
                + delta + ",\"finish_reason\":null}]}\n\n";
    }

    private static String end() {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},"
                + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    }

    private static String whole(String message) {
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
                + message
                + ",\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":7,\"total_tokens\":19}}";
    }

    private static void answer(Dialect dialect) {
        var response = aResponse().withBody(dialect.body);
        SERVER.stubFor(any(anyUrl())
                .willReturn(dialect.type.equals("-") ? response : response.withHeader("Content-Type", dialect.type)));
    }

    private static Reply ask(boolean streaming) {
        return ask("", streaming);
    }

    private static Reply ask(String path, boolean streaming) {
        ChatEndpoint endpoint = ChatEndpoint.parse("openai:org/model:free@http://127.0.0.1:" + SERVER.port() + path)
                .with(new Secret("key-1"));
        ChatSettings settings = new ChatSettings(
                List.of(endpoint),
                Optional.of(0.0),
                700,
                Duration.ofSeconds(20),
                0,
                streaming,
                ChatSettings.Structured.AUTO);
        try (ChatModels models = new ChatModels(settings, Clock.systemUTC())) {
            return models.chats().getFirst().ask(PROMPT, Duration.ofSeconds(20), part -> {});
        }
    }
}
