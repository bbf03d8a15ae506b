package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Heading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    private final HtmlReader unit = new HtmlReader();

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "<p>One  <b>bold</b>~ word.</p><p>Two.</p> => One bold word./Two.",
                "<ul><li>a<li>b<ul><li>c</ul></ul> => a/b/c",
                "<table><tr><th>Name<th>Year<tr><td>Kors<td>2016</table> => Name | Year/Kors | 2016",
                "<table><tr><td><h2>H</h2><p>One.</p><p>Two.</p><td>Three.</table> => One./Two./Three.",
                "<p>a<script>x()</script>b<style>y</style></p> => ab",
                "<nav>Menu</nav><p>Text</p> => Text",
                "<p>Seen</p><p style='display: none'>Hidden</p><p hidden>Too</p><span style='font-size:0'>x</span> => Seen",
                "<p style='font-size:0.9em'>Small</p> => Small",
                "<p>A<!-- no --> B &amp; C&nbsp;D</p> => A B & C\u00A0D",
                "<pre>code</pre><p>Text</p> => Text",
                "bare words<div>in a div</div>tail => bare words/in a div/tail",
                "<p>line<br>break</p> => line~break",
                "<svg><text>no</text></svg><p>yes</p> => yes",
            })
    void findsTheBlocks(String html, String blocks) {
        Document document = read(html.replace('~', '\n').getBytes(StandardCharsets.UTF_8));

        assertThat(document.blocks().stream()
                        .map(span -> span.in(document.text()))
                        .collect(Collectors.joining("/")))
                .isEqualTo(blocks.replace('~', '\n'));
    }

    @Test
    void knowsTitleAndHeadings() {
        Document document = read("<title>The page</title><h1>One</h1><p>a</p><h3>Two <i>x</i></h3><p>b</p>"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(document.title()).isEqualTo("The page");
        assertThat(document.headings()).containsExactly(new Heading(0, 1, "One"), new Heading(8, 3, "Two x"));
        assertThat(document.text()).isEqualTo("One\n\na\n\nTwo x\n\nb\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "Shift_JIS", "UTF-8"})
    void readsTheEncodingThatIsDeclared(String charset) {
        String word = charset.equals("Shift_JIS") ? "日本" : "Zürich";
        byte[] bytes = ("<meta charset=\"" + charset + "\"><p>" + word + "</p>").getBytes(Charset.forName(charset));

        assertThat(read(bytes).text()).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<table><tr><td>", "<b>", "<ul><li>", "<p", "<!--", "<a href='"})
    void readsWhatIsNestedWithoutEnd(String piece) {
        assertThat(read(("<p>Text.</p>" + piece.repeat(10_000) + "End.").getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("Text.");
    }

    private Document read(byte[] bytes) {
        return unit.read(SourceFile.of(new DocumentId("a.html"), bytes, Instant.EPOCH));
    }
}
