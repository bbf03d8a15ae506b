package coalition.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens on the wire, an answer with a source comes of it in time, round after round. All faults are made at the same
 * time, since most of it is waiting; a breaker that opens is waited out by its clock, so each round goes to the wire.
 */
class ModelFaultsTest {
    private static final int ROUNDS = Integer.getInteger("llm.rounds", 20);
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Duration PROMISED = DEADLINE.plusSeconds(2);
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
    private static final WireMockServer FAULTS =
            new WireMockServer(options().dynamicPort().containerThreads(150).disableRequestJournal());
    private static final String PROPER = "Michael Kors left the coalition in April 2016. [1]";
    private static final ExecutorService ASKERS = Executors.newCachedThreadPool();
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final HttpServer HALVES = halves();
    private static final Deque<AutoCloseable> OPEN = new ConcurrentLinkedDeque<>();
    private static final Map<Trouble, Future<List<Round>>> ROUND_BY_ROUND = new EnumMap<>(Trouble.class);
    private final Database database = ModelSamples.database();

    /** What one round brought, and how long it took. */
    private record Round(Draft draft, Duration took) {}

    @BeforeAll
    static void start() {
        SERVER.start();
        FAULTS.start();
        HALVES.start();
        for (Trouble trouble : Trouble.values()) {
            FAULTS.stubFor(any(urlPathMatching("/" + trouble + "/.*")).willReturn(response(trouble)));
        }
        // the first round must not wait for the encoder
        ModelSamples.encoder().encode("Kors left.");
        for (Trouble trouble : Trouble.values()) {
            ROUND_BY_ROUND.put(trouble, ASKERS.submit(() -> rounds(trouble)));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        END.countDown();
        while (!OPEN.isEmpty()) {
            OPEN.pop().close();
        }
        HALVES.stop(0);
        ASKERS.shutdown();
        SERVER.stop();
        FAULTS.stop();
    }

    enum Trouble {
        REFUSED,
        RESET,
        CUT,
        CUT_AFTER_A_SENTENCE,
        DRIBBLE,
        HANG,
        HANG_AFTER_A_SENTENCE,
        LIMITED_NUMBER,
        LIMITED_DATE,
        SERVER_ERROR,
        ERROR_THAT_HANGS,
        UNAUTHORISED,
        NO_JSON,
        EMPTY,
        HUGE
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void endsInACitedAnswerOfTheTemplate(Trouble trouble) throws Exception {
        assertThat(roundsOf(trouble)).hasSize(ROUNDS).allSatisfy(round -> {
            assertThat(round.draft().mode()).isEqualTo(Mode.TEMPLATE);
            assertThat(round.draft().sentences().getFirst().supports()).isNotEmpty();
            assertThat(round.draft().notice()).startsWith("The model ").doesNotContain("resting");
        });
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void answersWithinTheDeadlineAndTwoSeconds(Trouble trouble) throws Exception {
        assertThat(roundsOf(trouble)).extracting(Round::took).allMatch(took -> took.compareTo(PROMISED) <= 0);
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        for (Future<List<Round>> rounds : ROUND_BY_ROUND.values()) {
            assertThat(rounds.get()).isNotEmpty();
        }
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        List<String> left = readers();
        while (!left.isEmpty() && System.nanoTime() < patience) {
            left = readers();
        }
        assertThat(left).isEmpty();
    }

    /** What reads replies at this moment, virtual threads included. */
    private static List<String> readers() throws IOException {
        Path dump = Files.createTempDirectory("threads").resolve("dump.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Files.readAllLines(dump).stream()
                .filter(line -> line.contains("coalition.model."))
                .toList();
    }

    private static List<Round> roundsOf(Trouble trouble) throws Exception {
        return Objects.requireNonNull(ROUND_BY_ROUND.get(trouble)).get();
    }

    private static List<Round> rounds(Trouble trouble) {
        AtomicReference<Instant> now = new AtomicReference<>(ModelSamples.NOON);
        List<Round> rounds = new ArrayList<>();
        Database database = ModelSamples.database();
        OPEN.push(database);
        LanguageModels models = models(database, address(trouble), DEADLINE, clock(now));
        OPEN.push(models);
        Generator generator = generator(models);
        for (int round = 0; round < ROUNDS; round++) {
            now.updateAndGet(time -> time.plusSeconds(31));
            long began = System.nanoTime();
            Draft draft = ask(generator);
            rounds.add(new Round(draft, Duration.ofNanos(System.nanoTime() - began)));
        }
        return rounds;
    }

    private static String address(Trouble trouble) {
        int port = switch (trouble) {
            case REFUSED -> 1;
            case CUT_AFTER_A_SENTENCE, HANG_AFTER_A_SENTENCE, ERROR_THAT_HANGS ->
                HALVES.getAddress().getPort();
            default -> FAULTS.port();
        };
        return "http://127.0.0.1:" + port + "/" + trouble + "/v1";
    }

    /** Sends the first half of a reply, then nothing, or ends the connection. */
    private static HttpServer halves() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(ASKERS);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                exchange.sendResponseHeaders(path.contains("ERROR") ? 500 : 200, 0);
                String body = Wire.streamBody(Provider.OPENAI, List.of(PROPER + " Alibaba jo", "ined."));
                exchange.getResponseBody()
                        .write(body.substring(0, body.indexOf("\n\n") + 2).getBytes(UTF_8));
                exchange.getResponseBody().flush();
                if (path.contains("HANG")) {
                    awaitEnd();
                }
                throw new IOException("the connection is cut");
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd() {
        try {
            boolean ended = END.await(1, TimeUnit.MINUTES);
            assert ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            case REFUSED, RESET, CUT_AFTER_A_SENTENCE, HANG_AFTER_A_SENTENCE, ERROR_THAT_HANGS ->
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case CUT -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case DRIBBLE -> stream.withBody(body).withChunkedDribbleDelay(body.length(), 10_000);
            case HANG -> stream.withFixedDelay(10_000);
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
        return models(port, DEADLINE);
    }

    private LanguageModels models(int port, Duration deadline) {
        return models(port, deadline, Clock.systemUTC());
    }

    private LanguageModels models(int port, Duration deadline, Clock clock) {
        return models(database, "http://127.0.0.1:" + port + "/v1", deadline, clock);
    }

    private static LanguageModels models(Database database, String address, Duration deadline, Clock clock) {
        ChatEndpoint endpoint = ChatEndpoint.parse("openai:m@" + address);
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
