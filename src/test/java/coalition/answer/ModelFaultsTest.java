package coalition.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.document.Span;
import coalition.model.ChatEndpoint;
import coalition.model.ChatSettings;
import coalition.model.Provider;
import coalition.model.Wire;
import coalition.storage.Database;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens on the wire, an answer with a source comes of it, round after round, also when the breaker has opened. */
class ModelFaultsTest {
    private static final int ROUNDS = Integer.getInteger("llm.rounds", 7);
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
    private static final String PROPER = "Michael Kors left the coalition in April 2016. [1]";
    private final Database database = ModelSamples.database();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    enum Trouble {
        REFUSED,
        RESET,
        CUT,
        DRIBBLE,
        HANG,
        LIMITED_NUMBER,
        LIMITED_DATE,
        SERVER_ERROR,
        UNAUTHORISED,
        NO_JSON,
        EMPTY,
        HUGE
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void endsInACitedAnswerOfTheTemplate(Trouble trouble) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(response(trouble)));
        try (LanguageModels models = models(trouble == Trouble.REFUSED ? 1 : SERVER.port())) {
            Generator generator = generator(models);
            for (int round = 0; round < ROUNDS; round++) {
                Draft draft = ask(generator);
                assertThat(draft.mode()).isEqualTo(Mode.TEMPLATE);
                assertThat(draft.sentences().getFirst().supports()).isNotEmpty();
                assertThat(draft.notice()).startsWith("The model ");
            }
        }
        database.close();
    }

    @Test
    void leavesAServerAloneThatKeepsFailing() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        try (LanguageModels models = models(SERVER.port())) {
            Generator generator = generator(models);
            for (int round = 0; round < 12; round++) {
                ask(generator);
            }
        }
        database.close();
        assertThat(SERVER.getAllServeEvents()).hasSize(5);
    }

    @Test
    void asksAServerAgainThatHasRestedAndIsWell() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        AtomicReference<Instant> now = new AtomicReference<>(ModelSamples.NOON);
        try (LanguageModels models = models(SERVER.port(), Duration.ofSeconds(20), clock(now))) {
            Generator generator = generator(models);
            for (int round = 0; round < 6; round++) {
                ask(generator);
            }
            SERVER.resetAll();
            SERVER.stubFor(any(anyUrl()).willReturn(Wire.stream(Provider.OPENAI, List.of(PROPER))));
            assertThat(ask(generator).notice()).contains("is resting");
            now.set(ModelSamples.NOON.plusSeconds(31));
            assertThat(ask(generator).mode()).isEqualTo(Mode.LLM);
        }
        database.close();
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void answersWithTheModelWhenAllIsWell() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(Wire.stream(Provider.OPENAI, List.of(PROPER))));
        try (LanguageModels models = models(SERVER.port(), Duration.ofSeconds(20))) {
            assertThat(ask(generator(models)).mode()).isEqualTo(Mode.LLM);
        }
        database.close();
    }

    private static ResponseDefinitionBuilder response(Trouble trouble) {
        ResponseDefinitionBuilder stream = aResponse().withHeader("Content-Type", "text/event-stream");
        String body = Wire.streamBody(Provider.OPENAI, List.of("Michael Kors", " left"));
        return switch (trouble) {
            case REFUSED, RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case CUT -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case DRIBBLE -> stream.withBody(body).withChunkedDribbleDelay(body.length(), 600_000);
            case HANG -> stream.withFixedDelay(600_000);
            case LIMITED_NUMBER -> aResponse().withStatus(429).withHeader("Retry-After", "120");
            case LIMITED_DATE -> aResponse().withStatus(429).withHeader("Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT");
            case SERVER_ERROR -> aResponse().withStatus(500).withBody("oops");
            case UNAUTHORISED -> aResponse().withStatus(401).withBody("{\"error\":{\"message\":\"no\"}}");
            case NO_JSON -> stream.withBody("data: {oops\n\n");
            case EMPTY -> stream.withBody("");
            case HUGE -> stream.withBody("data: " + "x".repeat(10_000_000));
        };
    }

    private static Draft ask(Generator generator) {
        return generator.generate(
                ModelSamples.task("When did Michael Kors leave?", ModelSamples.passages(), List.of()), s -> {});
    }

    private LanguageModels models(int port) {
        return models(port, Duration.ofMillis(500));
    }

    private LanguageModels models(int port, Duration deadline) {
        return models(port, deadline, Clock.systemUTC());
    }

    private LanguageModels models(int port, Duration deadline, Clock clock) {
        ChatEndpoint endpoint = ChatEndpoint.parse("openai:m@http://127.0.0.1:" + port + "/v1");
        ChatSettings chat = new ChatSettings(
                List.of(endpoint), Optional.of(0.0), 700, deadline, 1, true, ChatSettings.Structured.AUTO);
        return LanguageModels.of(new LlmSettings(chat, 4, 0, false), database, clock);
    }

    private static Generator generator(LanguageModels models) {
        Generator template = (task, sentences) -> {
            Span span = new Span(0, 46);
            DraftSentence sentence =
                    new DraftSentence(span.in(ModelSamples.LEAVING), List.of(new Support(0, span, List.of())));
            return new Draft("", List.of(sentence), Mode.TEMPLATE, "");
        };
        return models.generator(template, new SentenceVerifier(ModelSamples.encoder()), () -> 0);
    }
}
