package coalition.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With layers that score each piece by its number, so that the bookkeeping can be checked without a trained model. */
class OnnxSpanModelTest {
    private static final int NONE = 7;

    private final Once<WordPiece> pieces = new Once<>(() -> new WordPiece(List.of("[PAD]", "a", "b", "c", "d", "e")));
    private final OnnxSpanModel model = new OnnxSpanModel(pieces, OnnxSpanModelTest::score, new Crew(2));

    private static Map<String, float[]> score(int[] ids, int second) {
        float[] scores = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            scores[i] = i >= second ? ids[i] : -1;
        }
        scores[0] = NONE;
        return Map.of("start", scores, "end", scores.clone(), "answers", new float[] {ids.length});
    }

    @Test
    void scoresThePassageAloneAndAgainstNoAnswer() {
        SpanLogits read = model.read("e e", List.of("a b, d")).getFirst();
        assertThat(read.start()).containsExactly(1 - NONE, 2 - NONE, 100 - NONE, 4 - NONE);
        assertThat(read.none()).isZero();
        assertThat(read.starts()).containsExactly(0, 2, 3, 5);
    }

    @Test
    void joinsTheWindowsOfALongPassage() {
        SpanLogits read = model.read("e", List.of("a b c d ".repeat(400))).getFirst();
        assertThat(read.start()).hasSize(1600);
        for (int i = 0; i < read.start().length; i++) {
            assertThat(read.start()[i]).isEqualTo(i % 4 + 1 - NONE);
        }
    }

    @Test
    void takesTheBestWindowsWordThatItAnswers() {
        assertThat(model.read("e", List.of("a b c d ".repeat(400))).getFirst().answers())
                .hasValue(512);
    }

    @Test
    void anEmptyPassageHasNoPieces() {
        SpanLogits read = model.read("e", List.of("")).getFirst();
        assertThat(read.start()).isEmpty();
        assertThat(read.answers()).isEmpty();
    }

    @Test
    void readsEachPassageInOrder() {
        assertThat(model.read("e", List.of("a", "b b")))
                .extracting(r -> r.start().length)
                .containsExactly(1, 2);
    }
}
