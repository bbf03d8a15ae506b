package coalition.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.model.ChatException.Trouble;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

/** Every provider on the wire as its documentation shows it, and every trouble a server can make. */
class ChatModelsTest {
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
    private static final Prompt PROMPT = new Prompt("You are careful.", "Who left?", Optional.empty());

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

    @ParameterizedTest
    @EnumSource(Provider.class)
    void readsAStreamPieceByPiece(Provider provider) {
        answer(Wire.stream(provider, List.of("Kors left", " in 2016", ". [1]")));
        List<String> parts = new ArrayList<>();
        Reply reply = ask(provider, true, parts);
        assertThat(reply.text()).isEqualTo("Kors left in 2016. [1]");
        assertThat(String.join("", parts)).isEqualTo(reply.text());
        assertThat(parts).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void readsAWholeReply(Provider provider) {
        answer(Wire.whole(provider, "Kors left. [1]"));
        assertThat(ask(provider, false, new ArrayList<>()).text()).isEqualTo("Kors left. [1]");
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void countsTheTokensTheServerCounts(Provider provider) {
        answer(Wire.stream(provider, List.of("Kors left. [1]")));
        Reply reply = ask(provider, true, new ArrayList<>());
        assertThat(reply.inputTokens() + "/" + reply.outputTokens()).isEqualTo("12/7");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, /v1/chat/completions, Authorization, Bearer key-1",
        "ANTHROPIC, /v1/messages, x-api-key, key-1",
        "GEMINI, /v1/models/m:streamGenerateContent, x-goog-api-key, key-1",
        "MISTRAL, /v1/chat/completions, Authorization, Bearer key-1",
    })
    void sendsTheKeyAndThePromptWhereTheyBelong(Provider provider, String path, String header, String value) {
        answer(Wire.stream(provider, List.of("Yes. [1]")));
        ask(provider, true, new ArrayList<>());
        LoggedRequest request = SERVER.findAll(
                        com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()))
                .getFirst();
        assertThat(request.getUrl()).startsWith(path);
        assertThat(request.getHeader(header)).isEqualTo(value);
        assertThat(request.getBodyAsString()).contains("You are careful.").contains("Who left?");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, max_tokens",
        "ANTHROPIC, max_tokens",
        "GEMINI, maxOutputTokens",
        "MISTRAL, max_tokens",
        "OLLAMA, num_predict"
    })
    void saysHowLongAReplyMayBe(Provider provider, String field) {
        for (boolean streaming : List.of(true, false)) {
            answer(streaming ? Wire.stream(provider, List.of("Yes. [1]")) : Wire.whole(provider, "Yes. [1]"));
            ask(provider, streaming, new ArrayList<>());
        }
        assertThat(SERVER.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl())))
                .hasSize(2)
                .allMatch(r -> r.getBodyAsString().replace(" ", "").contains("\"" + field + "\":" + 700));
    }

    @Test
    void asksAgainWholeWhereTheServerKnowsNoStreams() {
        answer(Wire.whole(Provider.OPENAI, "Kors left. [1]"));
        assertThat(ask(Provider.OPENAI, true, new ArrayList<>()).text()).isEqualTo("Kors left. [1]");
    }

    @ParameterizedTest
    @CsvSource({
        "401, DENIED",
        "403, DENIED",
        "429, LIMITED",
        "500, BROKEN",
        "503, BROKEN",
        "400, MISUNDERSTOOD",
        "404, NOT_FOUND"
    })
    void namesTheTroubleByTheStatus(int status, Trouble trouble) {
        answer(aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"key-1 is bad\"}}"));
        assertThatThrownBy(() -> ask(Provider.OPENAI, true, new ArrayList<>()))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.trouble()).isEqualTo(trouble))
                .hasMessageNotContaining("key-1");
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void saysBrokenForWhatIsNoJson(Provider provider) {
        answer(aResponse().withHeader("Content-Type", "text/event-stream").withBody("data: {not json\n\n{not json\n"));
        assertTrouble(provider, Trouble.BROKEN, Trouble.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void saysEmptyForAnEmptyBody(Provider provider) {
        answer(aResponse().withHeader("Content-Type", "text/event-stream").withBody(""));
        assertTrouble(provider, Trouble.EMPTY, Trouble.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void endsAtTheDeadlineWhenNothingComes(Provider provider) {
        answer(aResponse().withFixedDelay(20_000).withBody(""));
        assertTrouble(provider, Trouble.LATE);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void endsAtTheDeadlineWhenBytesDribble(Provider provider) {
        answer(Wire.stream(provider, List.of("Kors left in 2016. [1]")).withChunkedDribbleDelay(40, 20_000));
        assertTrouble(provider, Trouble.LATE);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"
            })
    void survivesABrokenConnection(Fault fault) {
        answer(aResponse().withFault(fault));
        assertTrouble(Provider.OPENAI, Trouble.UNREACHABLE, Trouble.BROKEN, Trouble.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAtOnceWhenItsThreadIsInterrupted(boolean streaming) {
        answer(aResponse().withFixedDelay(20_000).withBody(""));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ask(Provider.OPENAI, streaming, new ArrayList<>()))
                    .isInstanceOfSatisfying(
                            ChatException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.CANCELLED));
        } finally {
            boolean kept = Thread.interrupted();
            assertThat(kept).isTrue();
        }
    }

    @Test
    void saysUnreachableWhereNothingListens() {
        ChatEndpoint nowhere = ChatEndpoint.parse("openai:m@http://127.0.0.1:1/v1");
        try (ChatModels models = new ChatModels(settings(nowhere, true), Clock.systemUTC())) {
            assertThatThrownBy(() -> models.chats().getFirst().ask(PROMPT, Duration.ofSeconds(5), part -> {}))
                    .hasMessageContaining("nothing listens at 127.0.0.1");
        }
    }

    @Test
    void refusesAReplyOfTenMegabytes() {
        answer(aResponse().withHeader("Content-Type", "text/event-stream").withBody("data: " + "x".repeat(10_000_000)));
        assertTrouble(Provider.OPENAI, Trouble.BROKEN);
    }

    @Test
    void triesAgainOnceAfterAFailure() {
        SERVER.stubFor(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("Started")
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(503)));
        SERVER.stubFor(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("well")
                .willReturn(Wire.stream(Provider.OPENAI, List.of("Yes. [1]"))));
        assertThat(ask(Provider.OPENAI, true, new ArrayList<>()).text()).isEqualTo("Yes. [1]");
    }

    @ParameterizedTest
    @CsvSource({"'3600'", "'Wed, 21 Oct 2099 07:28:00 GMT'"})
    void doesNotTryAgainWhenTheServerAsksToWaitTooLong(String after) {
        answer(aResponse().withStatus(429).withHeader("Retry-After", after));
        assertTrouble(Provider.OPENAI, Trouble.LIMITED);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void leavesOutTheTemperatureWhereItIsRefused() {
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(Wire.stream(Provider.OPENAI, List.of("Yes. [1]"))));
        SERVER.stubFor(any(anyUrl())
                .atPriority(1)
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.containing("temperature"))
                .willReturn(aResponse().withStatus(400).withBody("{}")));
        assertThat(ask(Provider.OPENAI, true, new ArrayList<>()).text()).isEqualTo("Yes. [1]");
    }

    @Test
    void limitsTheReplyByTheNewerNameWhereTheOlderIsRefused() {
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(Wire.stream(Provider.OPENAI, List.of("Yes. [1]"))));
        SERVER.stubFor(any(anyUrl())
                .atPriority(1)
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.containing("\"max_tokens\""))
                .willReturn(aResponse().withStatus(400).withBody("{}")));
        ask(Provider.OPENAI, true, new ArrayList<>());
        assertThat(SERVER.getAllServeEvents().getFirst().getRequest().getBodyAsString())
                .contains("max_completion_tokens");
    }

    @Test
    void givesUpAfterFourCallsOnAServerThatRefusesEverything() {
        answer(aResponse().withStatus(400).withBody("{}"));
        assertTrouble(Provider.OPENAI, Trouble.MISUNDERSTOOD);
        assertThat(SERVER.getAllServeEvents()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "openai:m, https://api.openai.com/v1",
        "openai:m@http://localhost:8000, http://localhost:8000/v1",
        "openai:m@http://localhost:8000/, http://localhost:8000/v1",
        "openai:m@http://localhost:8000/v1/, http://localhost:8000/v1",
        "openai:m@http://localhost:8000/api, http://localhost:8000/api",
        "ollama:m@http://localhost:11434/, http://localhost:11434"
    })
    void completesAnAddressWithoutAPath(String endpoint, String address) {
        assertThat(ChatEndpoint.parse(endpoint).address()).isEqualTo(address);
    }

    private static void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static void assertTrouble(Provider provider, Trouble... oneOf) {
        Duration within = Duration.ofMillis(oneOf[0] == Trouble.LATE ? 700 : 10_000);
        assertThatThrownBy(() -> ask(provider, true, new ArrayList<>(), within))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.trouble()).isIn((Object[]) oneOf));
    }

    private static Reply ask(Provider provider, boolean streaming, List<String> parts) {
        return ask(provider, streaming, parts, Duration.ofSeconds(30));
    }

    private static Reply ask(Provider provider, boolean streaming, List<String> parts, Duration within) {
        String path = provider == Provider.OLLAMA ? "" : "/v1";
        ChatEndpoint endpoint = ChatEndpoint.parse(provider.code() + ":m@http://127.0.0.1:" + SERVER.port() + path)
                .with(new Secret("key-1"));
        try (ChatModels models = new ChatModels(settings(endpoint, streaming), Clock.systemUTC())) {
            return models.chats().getFirst().ask(PROMPT, within, parts::add);
        }
    }

    private static ChatSettings settings(ChatEndpoint endpoint, boolean streaming) {
        return new ChatSettings(
                List.of(endpoint),
                Optional.of(0.0),
                700,
                Duration.ofSeconds(2),
                1,
                streaming,
                ChatSettings.Structured.AUTO);
    }
}
