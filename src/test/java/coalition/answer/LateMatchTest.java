package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.Encoding;
import coalition.retrieval.TermStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With vectors of four numbers, so that each cosine can be seen. */
class LateMatchTest {
    private static final float[] X = {2, 0, 0, 0};
    private static final float[] Y = {0, 3, 0, 0};
    private static final float[] NONE = {0, 0, 0, 0};

    private final TermStatistics terms = new TermStatistics() {
        @Override
        public List<String> terms(String text) {
            return List.of(text);
        }

        @Override
        public double idf(String term) {
            return term.equals("rare") ? 3 : 1;
        }
    };

    private final LateMatch match = new LateMatch(
            "rare who", new Encoding(new int[] {0, 5}, new int[] {4, 8}, new float[][] {X, Y}, NONE), terms);

    @Test
    void takesTheBestTokenOfEachSentence() {
        double[][] rows = match.in(passage(X, Y, Y), 100, sentences());
        assertThat(rows[0][1]).isCloseTo(1, within(1e-6));
        assertThat(rows[1][1]).isCloseTo(.5, within(1e-6));
    }

    @Test
    void weighsRareWordsMore() {
        double[][] rows = match.in(passage(X, X, Y), 100, sentences());
        assertThat(rows[0][0]).isCloseTo(.75, within(1e-6));
        assertThat(rows[1][0]).isCloseTo(.25, within(1e-6));
    }

    @Test
    void aSentenceWithoutTokensMatchesNothing() {
        double[][] rows = match.in(new Encoding(new int[0], new int[0], new float[0][], NONE), 100, sentences());
        assertThat(rows[0]).containsExactly(0, 0);
    }

    /** Two tokens in the first sentence, one in the second; offsets count from the passage's start. */
    private static Encoding passage(float[]... tokens) {
        return new Encoding(new int[] {0, 2, 5}, new int[] {1, 3, 6}, tokens, NONE);
    }

    private static List<Sentence> sentences() {
        return List.of(new Sentence(new Span(100, 104), "a b."), new Sentence(new Span(105, 107), "c."));
    }
}
