package coalition.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** A text encoder as LangChain4j's embedding model: vectors of length 1 over the whole text. Safe for several threads. */
public final class EncoderEmbeddings implements EmbeddingModel {
    private final TextEncoder encoder;

    public EncoderEmbeddings(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(s -> Embedding.from(encoder.encode(s.text()).whole()))
                .toList());
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public String modelName() {
        return "all-minilm-l6-v2";
    }
}
