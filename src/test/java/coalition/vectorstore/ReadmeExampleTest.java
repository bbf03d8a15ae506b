package coalition.vectorstore;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/vectorstore.md, word for word. */
class ReadmeExampleTest {
    private final EmbeddingModel model = WordVectors.MODEL;

    @Test
    void doesWhatItSays(@TempDir Path folder) {
        // spotless:off
        // example
        try (H2EmbeddingStore store = H2EmbeddingStore.open(folder)) {
            TextSegment text = TextSegment.from("The coalition was left in 2016.", Metadata.from("file", "news.md"));
            store.add(model.embed(text).content(), text);
            String question = "who left the coalition?";
            EmbeddingSearchRequest request = EmbeddingSearchRequest.builder()
                    .query(question)
                    .queryEmbedding(model.embed(question).content())
                    .filter(metadataKey("file").isEqualTo("news.md"))
                    .maxResults(5)
                    .build();
            assertThat(store.search(request).matches().getFirst().embedded()).isEqualTo(text);
        }
        // end
        // spotless:on
    }

    @Test
    void standsInTheDocumentation() throws IOException {
        String source = Files.readString(Path.of("src/test/java/coalition/vectorstore/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end\n"))
                .lines()
                .map(line -> line.substring(8))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs/vectorstore.md"))).contains(example);
    }
}
