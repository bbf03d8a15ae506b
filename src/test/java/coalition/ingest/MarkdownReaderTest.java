package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Heading;
import coalition.document.SentenceSplitter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {
    private final MarkdownReader unit = new MarkdownReader();

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "One. Two. => One./Two.",
                "para one~~para two => para one/para two",
                "# Title~~Text. => Text.",
                "- first~- second~  goes on => first/second~  goes on",
                "1. first~2. second => first/second",
                "> Quoted words.~> More words. => Quoted words./More words.",
                "| Name | Year |~|---|---|~| Bassuir | 2016 | => Name | Year/Bassuir | 2016",
                "```~code here~more code~```~text => code here/more code/text",
                "```sh~code without end => code without end",
                "text~~    indented code => text/indented code",
                "**Court:** High Court~**Judge:** Ann Low => **Court:** High Court/**Judge:** Ann Low",
                "Note: this is~prose: all of it. => Note: this is~prose: all of it.",
                "[a]: http://x.y 'title'~~Text with [a]. => Text with [a].",
                "<!-- hidden. words -->~~Text. => Text.",
                "Seen <!-- hidden. --> again. => Seen/again.",
                "![An image](x.png)~~Text. => Text.",
                "[![badge](x.png)](http://y)~~Text. => Text.",
                "<p align=\"center\">Some <b>bold</b> words</p>~~Text. => Some <b>bold</b> words/Text.",
                "<script>~alert(1)~</script>~~Text. => Text.",
                "Note[^1].~~[^1]: The note's words. => Note[^1]./The note's words.",
                "---~title: x~source: y~---~~Text. => Text.",
                "***~~Text. => Text.",
                "A **bold. Still** word. => A **bold./Still** word.",
                "- [ ] to do~- [x] done => to do/done",
                "# Log of 4 May 2030~~## 4 May 2030~~Snow. => 4 May 2030/Snow.",
                "## [2.0] - 2030-05-04~~- New lamp => [2.0] - 2030-05-04/New lamp",
                "## The letter that Ann wrote to Tom, 4 May 2030~~Dear Tom. => Dear Tom.",
                "**Scope.** For all.~~**Cost**. It is free.~~**Hours:** none => For all./It is free./**Hours:** none",
                "**Scope.** For all.~~Only one. => Scope./For all./Only one.",
                "**Stop.**~~**Go.** => Stop./Go.",
            })
    void findsTheSentences(String markdown, String sentences) {
        assertThat(String.join("/", sentences(markdown.replace('~', '\n')))).isEqualTo(sentences.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "---~title: The \"name\"~---~# Other~~x => The \"name\"",
                "---~title: 'Quoted'~---~x => Quoted",
                "## Second~~# First~~x => First",
                "Setext~===~~x => Setext",
                "# With *emphasis* and `code`~~x => With emphasis and code",
                "no heading => some file",
            })
    void findsTheTitle(String markdown, String title) {
        assertThat(read(markdown.replace('~', '\n')).title()).isEqualTo(title);
    }

    @Test
    void knowsWhereHeadingsStand() {
        Document document = read("---\ntitle: t\n---\n# One\n\na\n\n## **Two**\n\nb\n");

        assertThat(document.headings()).containsExactly(new Heading(19, 1, "One"), new Heading(32, 2, "Two"));
        assertThat(document.text().substring(32)).startsWith("Two");
    }

    @Test
    void keepsTheTextToTheLetter() {
        String text = "\uFEFF# Títle\r\n\r\nOne line\r\ngoes on\u00A0here. E\u0301\r\n";

        Document document = read(text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.title()).isEqualTo("Títle");
        assertThat(sentences(text)).containsExactly("One line\r\ngoes on\u00A0here.", "E\u0301");
    }

    @Test
    void leavesLongCodeOut() {
        assertThat(sentences("```\n" + "more code\n".repeat(13) + "```\n\nText."))
                .containsExactly("Text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Only a heading", "![image](x)", "---\ntitle: x\n---\n", "<!-- c -->", "***"})
    void refusesWhatHoldsNoText(String markdown) {
        assertThatThrownBy(() -> read(markdown))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.reason()).isEqualTo(SkipReason.NO_TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ", "- ", "[", "![", "*a ", "<", "<!--", "`", "| a ", "# a\n", "**", "1. ", "<div ", "</", "[^", "\\"
            })
    void readsWhatIsNestedWithoutEnd(String piece) {
        String text = "Text.\n\n" + piece.repeat(20_000) + "\n\nEnd.";

        assertThat(read(text).text()).isEqualTo(text);
    }

    private Document read(String markdown) {
        return unit.read(SourceFile.of(
                new DocumentId("a/some_file.md"), markdown.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
    }

    private List<String> sentences(String markdown) {
        Document document = read(markdown);
        return new SentenceSplitter()
                .split(document).stream().map(span -> span.in(document.text())).toList();
    }
}
