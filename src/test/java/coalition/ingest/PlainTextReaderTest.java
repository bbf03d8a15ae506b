package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Heading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextReaderTest {
    private final PlainTextReader unit = new PlainTextReader();

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "One. Two.~~Three. => One. Two./Three.",
                "These words are wrapped at a width of~some sixty units and they go on~here. => These words are wrapped at a width of~some sixty units and they go on~here.",
                "- first~- second => first/second",
                "1. first~2) second => first/second",
                "Intro:~• a~• b => Intro:/a/b",
                "Name: Ann~Place: Rome => Name: Ann/Place: Rome",
                "  indented~~ also  => indented/also",
            })
    void findsTheBlocks(String text, String blocks) {
        Document document = read("a.txt", text.replace('~', '\n'));

        assertThat(document.blocks().stream()
                        .map(span -> span.in(document.text()))
                        .toList())
                .isEqualTo(List.of(blocks.replace('~', '\n').split("/")));
    }

    @Test
    void takesLongLinesAsParagraphs() {
        String one = "This line is a paragraph of its own. ".repeat(5).strip();
        String two = "And this line is the next of them. ".repeat(5).strip();

        Document document = read("a.txt", one + "\n" + two + "\n");

        assertThat(document.blocks().stream().map(span -> span.in(document.text())))
                .containsExactly(one, two);
    }

    @Test
    void takesANumberedLineAboveItsTextForAHeading() {
        Document document = read("a.txt", "3. Price and payment\nThe price is 415 euros a metre.\nIt may change.\n");

        assertThat(document.headings()).containsExactly(new Heading(0, 2, "3. Price and payment"));
        assertThat(document.blocks().stream().map(span -> span.in(document.text())))
                .noneMatch(block -> block.contains("payment"));
    }

    @Test
    void knowsHeadings() {
        Document document = read("a.txt", "The Title\n=========\n\nText.\n\nFINDINGS\n\nMore.\n\n2.1 Scope\n\nEnd.\n");

        assertThat(document.headings())
                .containsExactly(
                        new Heading(0, 1, "The Title"),
                        new Heading(28, 1, "FINDINGS"),
                        new Heading(45, 3, "2.1 Scope"));
        assertThat(document.title()).isEqualTo("The Title");
    }

    @Test
    void takesAShortFirstLineAsTitleAndKeepsIt() {
        Document document = read("a.txt", "A letter to the board\n\nDear board.\n");

        assertThat(document.title()).isEqualTo("A letter to the board");
        assertThat(document.blocks()).hasSize(2);
    }

    @Test
    void takesTheFileNameWhereThereIsNoTitle() {
        assertThat(read("x/annual-report_2016.txt", "It was a good year. Sales grew.")
                        .title())
                .isEqualTo("annual report 2016");
    }

    @Test
    void readsATableRowByRow() {
        Document document = read("a.csv", "name,year\nBassuir,2016\nSporn,2015\n");

        assertThat(document.blocks().stream().map(span -> span.in(document.text())))
                .containsExactly("Bassuir,2016", "Sporn,2015");
        assertThat(document.headings()).extracting(Heading::text).containsExactly("name, year");
    }

    @Test
    void takesNoRowForTheNamesOfColumnsWhereAllAreWords() {
        Document document = read("a.csv", "Anna,Oslo\nBen,Rome\n");

        assertThat(document.blocks()).hasSize(2);
        assertThat(document.headings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[03/02/2024, 18:02] Ann Low: who has the keys to the mill and to the shed\n[03/02/2024, 18:05] Tom: i have",
                "03.02.24, 18:02 - Ann Low: who has the keys to the mill and the shed\n03.02.24, 18:05 - Tom: i have",
                "2024-02-03 18:02:11 mill started and all its valves were tried once\n2024-02-03 18:05:00 mill stopped"
            })
    void readsChatsAndLogsEntryByEntry(String text) {
        assertThat(read("chat.txt", text).blocks()).hasSize(2);
    }

    @Test
    void readsCommandsThatAreSetInLineByLine() {
        Document document =
                read("setup.txt", "To set it up:\n\n    make all\n    make install --quiet\n\nThat is all.");

        assertThat(document.blocks().stream().map(span -> span.in(document.text())))
                .containsExactly("To set it up:", "make all", "make install --quiet", "That is all.");
    }

    private Document read(String name, String text) {
        return unit.read(SourceFile.of(new DocumentId(name), text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
    }
}
