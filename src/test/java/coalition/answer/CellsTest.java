package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    private static final Chunk TABLE = Chunks.of(
            "Pump",
            "Data",
            "| | P1 | P1 Max |\n|---|---|---|\n| Weight | 4 kg | 6 kg |\n",
            "| | P1 | P1 Max |",
            "| Weight | 4 kg | 6 kg |");

    private static Chunk record(String row) {
        Span span = new Span(0, row.length());
        return new Chunk(
                new DocumentId("fair.csv"),
                "h",
                0,
                "fair",
                List.of("date, event, speaker, seats, price, room, places"),
                0,
                span,
                row,
                List.of(new Sentence(span, row)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what is the weight of the P1       | 4 kg
            what is the weight of the P1 Max   | 6 kg
            """)
    void findsTheCellByItsColumn(String question, String cell) {
        assertThat(Cells.answering(QuestionAnalysis.of(question), TABLE, 1))
                .hasValueSatisfying(s -> assertThat(Quotation.in(TABLE, s)).isEqualTo(cell));
    }

    @Test
    void cutsARecordOnlyWhereAllRowsAreCut() {
        Chunk chunk = record("2030-05-01;Kite talk, with tea;Ann Low;40;7,50;Oak room;3");
        assertThat(Cells.answering(QuestionAnalysis.of("how much is the kite talk"), chunk, 0))
                .hasValueSatisfying(s -> assertThat(Quotation.in(chunk, s)).isEqualTo("7,50"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how much is the kite talk           | 7.50
            how many seats has the kite talk    | 40
            who gives the kite talk             | Ann Low
            when is the kite talk               | 2030-05-01
            where is the kite talk              | Oak room
            """)
    void findsTheCellOfARecord(String question, String cell) {
        Chunk chunk = record("2030-05-01,\"Kite talk, with tea\",Ann Low,40,7.50,Oak room,3");
        assertThat(Cells.answering(QuestionAnalysis.of(question), chunk, 0))
                .hasValueSatisfying(s -> assertThat(Quotation.in(chunk, s)).isEqualTo(cell));
    }

    @Test
    void countsEmptyCells() {
        Chunk chunk = record("2030-05-01,Kite day,,40,7.50,,3");
        assertThat(Cells.answering(QuestionAnalysis.of("how much is the kite day"), chunk, 0))
                .hasValueSatisfying(s -> assertThat(Quotation.in(chunk, s)).isEqualTo("7.50"));
    }

    @Test
    void findsNoneWhereNoColumnIsAskedFor() {
        assertThat(Cells.answering(QuestionAnalysis.of("how heavy is it"), TABLE, 1))
                .isEmpty();
    }

    @Test
    void knowsWordsThatSpanTwoCells() {
        int start = TABLE.text().indexOf("4 kg");
        assertThat(Cells.isInOne(TABLE, 1, new Span(start, start + 4))).isTrue();
        assertThat(Cells.isInOne(TABLE, 1, new Span(start, start + 11))).isFalse();
    }
}
