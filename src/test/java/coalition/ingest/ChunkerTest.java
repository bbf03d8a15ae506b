package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.SentenceSplitter;
import coalition.document.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private static final String SENTENCE = "Eight short words make up this plain sentence. ";

    private final Chunker unit = new Chunker();

    @Test
    void joinsShortParagraphs() {
        assertThat(unit.chunk(read("One.\n\nTwo.\n\nThree."))).singleElement().satisfies(chunk -> {
            assertThat(chunk.text()).isEqualTo("One.\n\nTwo.\n\nThree.");
            assertThat(chunk.sentences()).extracting(Sentence::text).containsExactly("One.", "Two.", "Three.");
        });
    }

    @Test
    void keepsAParagraphWhole() {
        assertThat(unit.chunk(read(SENTENCE.repeat(12) + "\n\n" + SENTENCE.repeat(12))))
                .hasSize(2);
    }

    @Test
    void keepsTheRowsOfATableTogether() {
        String row = "| A row of eight plain words in a table | 12 |\n";

        assertThat(unit.chunk(read("Some words.\n\n| What | Days |\n|---|---|\n" + row.repeat(14))))
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.sentences()).hasSize(16));
    }

    @Test
    void keepsTheItemsOfAListTogether() {
        assertThat(unit.chunk(read("All of these are to be returned:\n\n" + ("- " + SENTENCE + "\n").repeat(14))))
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.sentences()).hasSize(15));
    }

    @Test
    void cutsALongParagraphEvenly() {
        assertThat(unit.chunk(read(SENTENCE.repeat(30))))
                .extracting(chunk -> chunk.sentences().size())
                .containsExactly(15, 15);
    }

    @Test
    void neverCrossesAHighHeading() {
        List<Chunk> chunks = unit.chunk(read("# Title\n\nOne.\n\n## A\n\nTwo.\n\n### A1\n\nThree.\n\n## B\n\nFour."));

        assertThat(chunks).extracting(Chunk::heading).containsExactly("", "A", "B");
        assertThat(chunks).extracting(Chunk::text).containsExactly("One.", "Two.\n\n### A1\n\nThree.", "Four.");
    }

    @Test
    void keepsParagraphsWithHeadingsOfTheirOwnApart() {
        List<Chunk> chunks = unit.chunk(read("# Title\n\n**Scope.** For all.\n\n**Cost.** It is free.\n\nAlways.\n"));

        assertThat(chunks).extracting(Chunk::heading).containsExactly("Scope", "Cost");
        assertThat(chunks).extracting(Chunk::text).containsExactly("For all.", "It is free.\n\nAlways.");
    }

    @Test
    void putsAHeadingThatNamesADayBelowItself() {
        List<Chunk> chunks = unit.chunk(read("# Changes\n\n## 2030-05-04\n\nNew lamp.\n\n## 2030-05-06\n\nNew bell."));

        assertThat(chunks).extracting(Chunk::heading).containsExactly("2030-05-04", "2030-05-06");
        assertThat(chunks.getFirst().sentences()).extracting(Sentence::text).containsExactly("2030-05-04", "New lamp.");
    }

    @Test
    void namesTheHeadingsAbove() {
        List<Chunk> chunks =
                unit.chunk(read("---\ntitle: T\n---\n# One\n\n### Deep\n\n" + SENTENCE.repeat(6) + "\n\n## Two\n\nb."));

        assertThat(chunks).extracting(Chunk::headings).containsExactly(List.of("One", "Deep"), List.of("One", "Two"));
    }

    @Test
    void holdsEachSentenceOnceAndVerbatim() {
        String[] pieces = {
            "Word ",
            "word ",
            "Mr. ",
            "It ended. ",
            "“Really?” she asked. ",
            "\n\n",
            "\n",
            "# H\n\n",
            "## H2\n\n",
            "### H3\n\n",
            "- item\n",
            "> quoted. ",
            "| a | b |\n|---|---|\n| c. D | e |\n\n",
            "```\ncode\n```\n",
            "<!-- c -->",
            "[l](http://x.y)",
            "![i](z)",
            "**b.** ",
            "é ",
            "中文。",
            "😀 ",
            "\u200B",
            "\r\n",
            SENTENCE.repeat(5),
            "[r]: http://x\n\n",
            "<div>\nx. Y\n</div>\n\n",
            "1. n\n",
            "\t"
        };
        Random random = new Random(11);
        for (int round = 0; round < 1500; round++) {
            StringBuilder text = new StringBuilder("Text. ");
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertWhole(read(text.toString()));
        }
    }

    private void assertWhole(Document document) {
        List<Span> sentences = new ArrayList<>();
        int end = 0;
        for (Chunk chunk : unit.chunk(document)) {
            assertThat(chunk.text()).isEqualTo(chunk.span().in(document.text()));
            assertThat(chunk.span().start()).isGreaterThanOrEqualTo(end);
            end = chunk.span().end();
            for (Sentence sentence : chunk.sentences()) {
                assertThat(sentence.text()).isEqualTo(sentence.span().in(document.text()));
                assertThat(chunk.span().contains(sentence.span())).isTrue();
                assertThat(document.blocks()).anyMatch(block -> block.contains(sentence.span()));
                sentences.add(sentence.span());
            }
        }
        assertThat(sentences).isEqualTo(new SentenceSplitter().split(document));
    }

    private static Document read(String markdown) {
        return new MarkdownReader()
                .read(SourceFile.of(new DocumentId("a.md"), markdown.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
    }
}
