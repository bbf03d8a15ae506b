package coalition.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    private static final List<String> TEXTS = List.of(
            "Who published the letter?",
            "Michael Kors left the coalition in April.",
            "refund policy 30 days??",
            "The quarterly report, signed by A. N. Other, puts revenue at $1.2 million (up 4.5 % on 2015).",
            "Ein deutscher Satz über Äpfel und Öl.");

    private final TextEncoder encoder = TestModels.models().encoder();

    @Test
    void embedsAsTheStockModelDoes() {
        EmbeddingModel stock = new AllMiniLmL6V2EmbeddingModel(Runnable::run);
        assertThat(TEXTS)
                .allSatisfy(text -> assertThat(CosineSimilarity.between(
                                stock.embed(text).content(),
                                Embedding.from(encoder.encode(text).whole())))
                        .as(text)
                        .isGreaterThan(.99));
    }

    @Test
    void readsAWholeLongText() {
        String start = "The harbour was quiet that morning. ".repeat(40);
        float[] without = encoder.encode(start).whole();
        float[] with = encoder.encode(start + "Inflation rose to nine percent. ".repeat(40))
                .whole();
        assertThat(dot(without, with)).isLessThan(.97f);
    }

    @Test
    void givesEachPieceOfALongTextAVector() {
        Encoding encoding = encoder.encode("one two three four five six seven eight nine ten ".repeat(130));
        assertThat(encoding.size()).isEqualTo(1300);
        assertThat(List.of(encoding.tokens())).allSatisfy(v -> assertThat(v).hasSize(384));
    }

    @Test
    void aTextWithoutWordsHasNoDirection() {
        Encoding encoding = encoder.encode(" \n ");
        assertThat(encoding.size()).isZero();
        assertThat(encoding.whole()).containsOnly(0f);
        assertThat(encoding.whole()).hasSize(384);
    }

    @Test
    void vectorsHaveLengthOne() {
        float[] whole = encoder.encode("Who is Lee Sporn?").whole();
        assertThat(dot(whole, whole)).isCloseTo(1f, within(1e-5f));
    }

    @Test
    void severalThreadsGetTheSameVectors() throws Exception {
        List<Encoding> alone = TEXTS.stream().map(encoder::encode).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Encoding>> together = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> encoder.encode(TEXTS.get(i % TEXTS.size()))))
                    .toList();
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get().whole())
                        .isEqualTo(alone.get(i % TEXTS.size()).whole());
            }
        }
    }

    @Test
    void asAnEmbeddingModelItGivesTheSameVectors() {
        EmbeddingModel model = new EncoderEmbeddings(encoder);
        assertThat(model.embed(TEXTS.getFirst()).content().vector())
                .isEqualTo(encoder.encode(TEXTS.getFirst()).whole());
        assertThat(model.dimension()).isEqualTo(384);
    }

    @Test
    void filesAreMadeOnce(@TempDir Path folder) throws IOException {
        ModelFiles files = ModelFiles.in(folder.resolve("models"));
        Path words = files.words();
        assertThat(Files.size(words)).isEqualTo(30522L * 384 * 4);
        var made = Files.getLastModifiedTime(words);
        assertThat(ModelFiles.in(folder.resolve("models")).words()).isEqualTo(words);
        assertThat(Files.getLastModifiedTime(words)).isEqualTo(made);
        try (var left = Files.list(folder.resolve("models"))) {
            assertThat(left).containsExactly(words);
        }
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
