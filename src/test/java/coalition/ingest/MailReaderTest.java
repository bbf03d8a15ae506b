package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReaderTest {
    private final MailReader unit = new MailReader();

    private Document read(String message) {
        return unit.read(
                SourceFile.of(new DocumentId("mail/x.eml"), message.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
    }

    private List<String> blocks(String message) {
        Document document = read(message);
        return document.blocks().stream()
                .map((Span block) -> block.in(document.text()))
                .toList();
    }

    @Test
    void readsHeadersAndParagraphs() {
        assertThat(
                        blocks(
                                "From: Ann <ann@x.example>\nSubject: The\n lamp\nX-Id: 7\n\nDear Tom,\n\nit is blue.\n- oil\n- wick\n"))
                .containsExactly(
                        "From: Ann <ann@x.example>",
                        "Subject: The lamp",
                        "Dear Tom,",
                        "it is blue.",
                        "- oil",
                        "- wick");
    }

    @Test
    void takesTheSubjectForTheTitle() {
        assertThat(read("From: a@x.example\nSubject: =?UTF-8?Q?F=C3=A4hre?= =?utf-8?b?IDc=?=\n\nHello.")
                        .title())
                .isEqualTo("Fähre 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "text/plain; charset=utf-8|quoted-printable|A long =~line f=C3=BCr Ann. => A long line für Ann.",
                "text/plain; charset=\"iso-8859-1\"|quoted-printable|f=FCr Ann => für Ann",
                "text/plain|base64|SGVsbG8gQW5uLg== => Hello Ann.",
                "text/plain; charset=klingon|7bit|Hello Ann. => Hello Ann.",
                "text/html|7bit|<p>Hello <b>Ann</b>.</p><script>x</script> => Hello Ann.",
            })
    void decodesTheBody(String message, String body) {
        String[] parts = message.replace('~', '\n').split("\\|", 3);
        assertThat(blocks("From: a@x.example\nContent-Type: " + parts[0] + "\nContent-Transfer-Encoding: " + parts[1]
                        + "\n\n" + parts[2]))
                .containsExactly("From: a@x.example", body);
    }

    @Test
    void takesThePlainFormAndNoFileSentAlong() {
        String inner =
                "--b2\nContent-Type: text/html\n\n<p>Rich.</p>\n--b2\nContent-Type: text/plain\n\nPlain.\n--b2--\n";
        assertThat(blocks("From: a@x.example\nContent-Type: multipart/mixed; boundary=\"b1\"\n\npreamble\n--b1\n"
                        + "Content-Disposition: attachment\n\nFile.\n--b1\nContent-Type: multipart/alternative;\n boundary=b2\n\n"
                        + inner + "--b1--\n"))
                .containsExactly("From: a@x.example", "Plain.");
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThatThrownBy(() -> read("Just words."))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("neither a sender nor a subject");
    }

    @Test
    void endsWhereFormsAreNestedWithoutEnd() {
        StringBuilder message = new StringBuilder("From: a@x.example\n");
        for (int i = 0; i < 50; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        assertThat(blocks(message + "Content-Type: text/plain\n\nDeep.")).containsExactly("From: a@x.example");
    }
}
