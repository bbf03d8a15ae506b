package coalition.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EverydayTest {
    private static final Path FOLDER = Path.of("src/training/questions");

    private static List<JsonNode> documents() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    documents.add(json.readTree(line));
                }
            }
        }
        return documents;
    }

    @Test
    void everyAnswerStandsOnceInItsDocument() throws Exception {
        assertThat(documents()).hasSizeGreaterThan(500).allSatisfy(document -> {
            String text = document.path("text").asText();
            assertThat(document.path("title").asText()).isNotBlank();
            for (JsonNode question : document.path("questions")) {
                assertThat(question.path("q").asText()).isNotBlank();
                if (!question.path("a").isNull()) {
                    String answer = question.path("a").asText();
                    assertThat(text).containsOnlyOnce(answer);
                }
            }
        });
    }

    @Test
    void theBotsOwnChunksHoldTheAnswers() throws Exception {
        Everyday part = Everyday.read(FOLDER, Everyday.TEST);

        assertThat(part.asked()).anyMatch(a -> a.place() < 0);
        assertThat(part.asked().stream().filter(a -> a.place() >= 0))
                .hasSizeGreaterThan(500)
                .allSatisfy(a -> {
                    List<Chunk> chunks = part.documents().get(a.document());
                    assertThat(chunks.stream().map(Chunk::span)).anyMatch(s -> holds(s, a.place()));
                });
    }

    @Test
    void aDocumentBelongsToOnePart() throws Exception {
        Set<Long> learn = Set.of(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        int all = 0;
        for (Set<Long> part : List.of(learn, Everyday.SURE, Everyday.TEST)) {
            all += Everyday.read(FOLDER, part).documents().size();
        }
        assertThat(all).isEqualTo(documents().size());
    }

    private static boolean holds(Span span, int place) {
        return span.start() <= place && place < span.end();
    }
}
