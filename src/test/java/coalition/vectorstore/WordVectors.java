package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A model without training: the sum of a random vector for each word, so that texts that share words are near each other. */
final class WordVectors implements EmbeddingModel {
    static final EmbeddingModel MODEL = new WordVectors();
    static final int DIMENSION = 384;

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream().map(s -> of(s.text())).toList());
    }

    static Embedding of(String text) {
        float[] sum = new float[DIMENSION];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            SplittableRandom random = new SplittableRandom(word.hashCode() * 0x9E37_79B9_7F4A_7C15L);
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return Embedding.from(sum);
    }
}
