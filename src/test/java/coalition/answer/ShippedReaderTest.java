package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.TestModels;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader that ships, on text made for this test. */
class ShippedReaderTest {
    private static final List<String> HARBOUR = List.of(
            "The harbour of Lunden was built by the engineer Maria Holt between 1871 and 1879.",
            "It replaced a wooden pier that a storm had carried away.",
            "Holt was paid 4,200 crowns for the work.",
            "Today the harbour serves about sixty fishing boats, and a ferry crosses to Aske every hour.");

    private final Reader reader = new NeuralReader(TestModels.models().reader().orElseThrow());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who built the harbour of Lunden?        | Maria Holt
            How much was Holt paid?                 | 4,200
            what did the harbour replace            | wooden pier
            How often does the ferry cross to Aske? | hour
            """)
    void pointsAtTheAnsweringWords(String question, String words) {
        Passage passage = passage(HARBOUR);
        Span span = reader.read(question, List.of(passage)).getFirst().words().orElseThrow();
        assertThat(span.in(passage.chunk().text())).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much was Holt paid?                 | 2
            what did the harbour replace            | 1
            How often does the ferry cross to Aske? | 3
            """)
    void putsMostOfItsProbabilityIntoTheAnsweringSentence(String question, int sentence) {
        List<Double> shares =
                reader.read(question, List.of(passage(HARBOUR))).getFirst().sentences();
        assertThat(shares.indexOf(shares.stream().max(Double::compare).orElseThrow()))
                .isEqualTo(sentence);
    }

    @Test
    void believesAnAnswerMoreThanAPassageOnOtherThings() {
        Passage other = passage(List.of("Bread is baked from flour, water and salt.", "Rye keeps longer than wheat."));
        List<Reading> readings = reader.read("Who built the harbour of Lunden?", List.of(passage(HARBOUR), other));
        assertThat(readings.get(0).margin()).isGreaterThan(readings.get(1).margin());
        assertThat(readings.get(0).answers()).isGreaterThan(readings.get(1).answers());
    }

    private static Passage passage(List<String> texts) {
        List<Sentence> sentences = new ArrayList<>();
        int at = 0;
        for (String text : texts) {
            sentences.add(new Sentence(new Span(at, at + text.length()), text));
            at += text.length() + 1;
        }
        String whole = String.join(" ", texts);
        Chunk chunk = new Chunk(
                new DocumentId("a.md"),
                "0123456789abcdef",
                0,
                "A",
                List.of(),
                0,
                new Span(0, whole.length()),
                whole,
                sentences);
        List<SentenceScore> scores =
                texts.stream().map(t -> new SentenceScore(.5, .5)).toList();
        return new Passage(chunk, 1, .5, .5, scores);
    }
}
