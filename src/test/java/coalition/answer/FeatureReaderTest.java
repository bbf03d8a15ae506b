package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.Encoding;
import coalition.model.TestModels;
import coalition.model.TextEncoder;
import coalition.retrieval.ChunkVectors;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import coalition.retrieval.TermStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {
    private static final String QUESTION = "When did the library open?";

    private final TextEncoder encoder = TestModels.models().encoder();
    private final TermStatistics terms = new TermStatistics() {
        @Override
        public List<String> terms(String text) {
            return List.of(text.toLowerCase(Locale.ROOT).split("\\W+"));
        }

        @Override
        public double idf(String term) {
            return 2;
        }
    };

    @Test
    void prefersTheSentenceThatSpeaksOfTheMatter() {
        Passage passage = passage("The town has a river and two bridges.", "Its library opened its doors in 1904.");
        Reading reading = read(true, passage);
        assertThat(reading.sentences().get(1)).isGreaterThan(reading.sentences().get(0));
    }

    @Test
    void worksWithoutTokenVectors() {
        Passage passage = passage("The town has a river and two bridges.", "Its library opened its doors in 1904.");
        Reading reading = read(false, passage);
        assertThat(reading.sentences().stream().mapToDouble(s -> s).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void namesNoWords() {
        assertThat(read(true, passage("The library opened in 1904.")).words()).isEmpty();
    }

    @Test
    void believesAPassageThatAnswersMoreThanOneThatDoesNot() {
        Reading on = read(true, passage("The library opened its doors in 1904."));
        Reading off = read(true, passage("Bread is baked from flour, water and salt."));
        assertThat(on.answers()).isGreaterThan(off.answers());
    }

    @Test
    void readsNothingWhereNothingWasFound() {
        assertThat(reader(true).read(QUESTION, List.of())).isEmpty();
    }

    private Reading read(boolean kept, Passage passage) {
        return reader(kept).read(QUESTION, List.of(passage)).getFirst();
    }

    private FeatureReader reader(boolean kept) {
        ChunkVectors vectors = new ChunkVectors() {
            @Override
            public List<float[]> sentences(Chunk chunk) {
                return List.of();
            }

            @Override
            public Optional<Encoding> tokens(Chunk chunk) {
                return kept ? Optional.of(encoder.encode(chunk.text())) : Optional.empty();
            }
        };
        return new FeatureReader(encoder, vectors, terms);
    }

    private Passage passage(String... texts) {
        String whole = String.join(" ", texts);
        float[] asked = encoder.encode(QUESTION).whole();
        List<Sentence> sentences = new ArrayList<>();
        List<SentenceScore> scores = new ArrayList<>();
        int at = 0;
        for (String text : texts) {
            sentences.add(new Sentence(new Span(at, at + text.length()), text));
            scores.add(new SentenceScore(dot(asked, encoder.encode(text).whole()), .2));
            at += text.length() + 1;
        }
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
        double near = dot(asked, encoder.encode(whole).whole());
        return new Passage(chunk, near, near, .3, scores);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
