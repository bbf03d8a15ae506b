package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledRowsTest {
    private static final String TEXT =
            "Fares of 2030.\n\n| Who | Summer | Winter |\n|---|---|---|\n| Adult | £14 | £10 |\n\nBook early.";
    private static final Chunk TABLE = Chunks.of(
            "Ferry",
            "Fares",
            TEXT,
            "Fares of 2030.",
            "| Who | Summer | Winter |",
            "| Adult | £14 | £10 |",
            "Book early.");

    @Test
    void putsTheColumnInFrontOfACell() {
        assertThat(LabelledRows.of(TABLE).text())
                .isEqualTo(
                        "Fares of 2030.\n\n| Who | Summer | Winter |\nAdult, Summer: £14, Winter: £10.\n\nBook early.");
    }

    @Test
    void knowsWhereEachUnitStands() {
        LabelledRows rows = LabelledRows.of(TABLE);
        List<Integer> own = IntStream.range(0, rows.text().length())
                .filter(i -> rows.place(i) >= 0)
                .boxed()
                .toList();

        assertThat(own)
                .allSatisfy(i -> assertThat(TEXT.charAt(rows.place(i)))
                        .isEqualTo(rows.text().charAt(i)));
        assertThat(own.stream().map(rows::place)).isSorted().doesNotHaveDuplicates();
        assertThat(rows.place(rows.text().indexOf("Winter: "))).isNegative();
    }

    @Test
    void readsAFileOfRowsByItsHeading() {
        Span span = new Span(50, 50 + 19);
        Chunk loaves = new Chunk(
                new DocumentId("loaves.csv"),
                "h",
                0,
                "Loaves",
                List.of("item, weight, vegan"),
                0,
                span,
                "Rye 100%,1000 g,yes",
                List.of(new Sentence(span, "Rye 100%,1000 g,yes")));
        LabelledRows rows = LabelledRows.of(loaves);

        assertThat(rows.text()).isEqualTo("Rye 100%, weight: 1000 g, vegan: yes.");
        assertThat(rows.place(rows.text().indexOf("yes"))).isEqualTo(16);
    }

    @Test
    void leavesSentencesAsTheyAre() {
        Chunk prose = Chunks.of("Ferry", "", "It sails at 9 - and at 12.", "It sails at 9 - and at 12.");
        assertThat(LabelledRows.of(prose).text()).isEqualTo("It sails at 9 - and at 12.");
    }
}
