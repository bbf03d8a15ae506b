package coalition.web;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Library;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks to the page over bare sockets: clients put right what a hostile request would not. */
class LocalPageTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" content=\"([0-9a-f]{32})\"");

    private final List<Question> asked = new ArrayList<>();
    private final LocalPage page = LocalPage.open(
            new WebSettings(true, 0),
            (question, progress) -> {
                asked.add(question);
                if (question.text().equals("explode")) {
                    throw new IllegalStateException("secret of the house");
                }
                return abstained(question);
            },
            new OneDocument(),
            Clock.systemUTC());
    private final int port = page.address().getPort();

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void showsThePage() throws IOException {
        assertThat(get("/", "localhost:" + port)).startsWith("HTTP/1.1 200").contains("<title>coalition</title>");
    }

    @Test
    void answersWithTheJsonOfAnAnswer() throws IOException {
        assertThat(ask("{\"question\":\"why?\",\"thread\":\"t1\"}"))
                .startsWith("HTTP/1.1 200")
                .contains("\"text\":\"Hello.\"");
        assertThat(asked).extracting(Question::text).containsExactly("why?");
    }

    @Test
    void keepsThreadsOfThePageApartFromOthers() throws IOException {
        ask("{\"question\":\"why?\",\"thread\":\"t1\"}");
        assertThat(asked.getFirst().thread().value()).isEqualTo("web/t1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost",
                "localhost:1",
                "localhost.evil.example:PORT",
                "127.0.0.1.nip.io:PORT",
                "127.0.0.1",
                "0.0.0.0:PORT",
                "127.1:PORT",
                "[::]:PORT",
                "user@localhost:PORT",
                "LOCALHOST.:PORT",
                "localhost:PORT, evil.example",
                "xn--localhost-:PORT",
                "",
            })
    void refusesForeignHosts(String host) throws IOException {
        assertThat(get("/", host.replace("PORT", Integer.toString(port)))).matches("(?s)HTTP/1.1 (421|400) .*");
    }

    @Test
    void refusesTwoHosts() throws IOException {
        assertThat(send("GET / HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://localhost:PORT",
                "http://localhost:1",
                "http://localhost.evil.example:PORT",
                "null",
                "file://",
                "",
            })
    void refusesForeignOrigins(String origin) throws IOException {
        String line = "Origin: " + origin.replace("PORT", Integer.toString(port)) + "\r\n";
        assertThat(post("/api/ask", "{\"question\":\"why?\",\"thread\":\"t\"}", line + token()))
                .startsWith("HTTP/1.1 403");
        assertThat(asked).isEmpty();
    }

    @Test
    void takesItsOwnOrigin() throws IOException {
        String own = "Origin: http://127.0.0.1:" + port + "\r\nSec-Fetch-Site: same-origin\r\n";
        assertThat(post("/api/ask", "{\"question\":\"why?\",\"thread\":\"t\"}", own + token()))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-Coalition-Token: 00000000000000000000000000000000\r\n", "X-Coalition-Token: \r\n"})
    void refusesWhoHasNotLoadedThePage(String token) throws IOException {
        assertThat(post("/api/ask", "{\"question\":\"why?\",\"thread\":\"t\"}", token))
                .startsWith("HTTP/1.1 403");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAFormOfAnotherSite() throws IOException {
        String cross = "Sec-Fetch-Site: cross-site\r\n";
        assertThat(post("/api/ask", "{\"question\":\"why?\",\"thread\":\"t\"}", cross + token()))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"question\":5,\"thread\":\"t\"}",
                "{\"question\":\"why?\"}",
                "{\"question\":\"why?\",\"thread\":\"../other\"}",
            })
    void refusesWhatIsNoQuestion(String body) throws IOException {
        assertThat(ask(body)).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAQuestionThatIsTooLong() throws IOException {
        assertThat(ask("{\"question\":\"" + "x".repeat(4001) + "\",\"thread\":\"t\"}"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void asksNothingByGet() throws IOException {
        assertThat(request("GET", "/api/ask", "", token())).startsWith("HTTP/1.1 405");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.css", "/page.js", "/icon.svg", "/health", "/api/documents", "/nothing"})
    void sendsTheHeadersThatLockThePageDown(String path) throws IOException {
        assertThat(request("GET", path, "", token()))
                .containsIgnoringCase("content-security-policy: default-src 'none';")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("referrer-policy: no-referrer")
                .containsIgnoringCase("frame-ancestors 'none'")
                .doesNotContainIgnoringCase("access-control-");
    }

    @Test
    void showsAPassageByTheIdOfItsDocument() throws IOException {
        assertThat(passage("notes/a.md", "4", "7"))
                .startsWith("HTTP/1.1 200")
                .contains("\"before\":\"one \"", "\"quote\":\"two\"", "\"after\":\" three\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "notes/../../../etc/passwd",
                "/etc/passwd",
                "..\\..\\windows\\win.ini",
                "\\\\server\\share\\file",
                "file:///etc/passwd",
                "notes/a.md\u0000.png",
                "notes/a.md/../b.md",
                "....//....//etc/passwd",
                "%2e%2e%2fetc%2fpasswd",
                "C:\\boot.ini",
            })
    void knowsNoDocumentThatIsNotInTheLibrary(String id) throws IOException {
        assertThat(passage(id, "0", "1")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/page.html", "/api/../page.js"
            })
    void servesNoFileByItsPath(String path) throws IOException {
        assertThat(request("GET", path, "", token())).matches("(?s)HTTP/1.1 40[034] .*");
    }

    @Test
    void refusesAPassageOutsideOfTheDocument() throws IOException {
        assertThat(passage("notes/a.md", "4", "700")).startsWith("HTTP/1.1 404");
        assertThat(passage("notes/a.md", "-1", "7")).startsWith("HTTP/1.1 404");
        assertThat(passage("notes/a.md", "x", "7")).startsWith("HTTP/1.1 400");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(page.boundTo().isLoopbackAddress()).isTrue();
    }

    @Test
    void keepsTheCauseOfAFaultToItself() throws IOException {
        assertThat(ask("{\"question\":\"explode\",\"thread\":\"t\"}"))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("secret of the house");
    }

    private String ask(String body) throws IOException {
        return post("/api/ask", body, token());
    }

    private String passage(String id, String start, String end) throws IOException {
        String query = "document=" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "&start=" + start + "&end=" + end;
        return request("GET", "/api/passage?" + query, "", token());
    }

    private String token() throws IOException {
        Matcher matcher = TOKEN.matcher(get("/", "localhost:" + port));
        assertThat(matcher.find()).isTrue();
        return "X-Coalition-Token: " + matcher.group(1) + "\r\n";
    }

    private String get(String path, String host) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private String post(String path, String body, String headers) throws IOException {
        return request("POST", path, body, "Content-Type: application/json\r\n" + headers);
    }

    private String request(String method, String path, String body, String headers) throws IOException {
        return send(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + "Content-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Answer abstained(Question question) {
        return new Abstained(
                "id", question, question.text(), Reason.GREETING, "Hello.", List.of(), List.of(), 0, Mode.TEMPLATE);
    }

    private static final class OneDocument implements Library {
        private static final DocumentId ID = new DocumentId("notes/a.md");

        @Override
        public List<DocumentCard> cards() {
            return List.of(new DocumentCard(ID, "00ff", "A", 1, 13, Instant.EPOCH, Instant.EPOCH));
        }

        @Override
        public Optional<Document> find(DocumentId id) {
            return id.equals(ID)
                    ? Optional.of(new Document(
                            ID, "00ff", "A", "one two three", List.of(), List.of(), List.of(), Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public Optional<Document> find(DocumentId id, String hash) {
            return hash.equals("00ff") ? find(id) : Optional.empty();
        }

        @Override
        public List<Chunk> chunks(DocumentId id) {
            return List.of();
        }

        @Override
        public long generation() {
            return 1;
        }
    }
}
