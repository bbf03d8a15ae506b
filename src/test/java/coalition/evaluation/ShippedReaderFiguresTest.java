package coalition.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coalition.answer.NeuralReader;
import coalition.answer.Reading;
import coalition.document.Chunk;
import coalition.document.Span;
import coalition.model.TestModels;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The reader that ships does what is recorded of it, on everyday questions that it has not learnt from. */
class ShippedReaderFiguresTest {
    private static final int QUESTIONS = 260;
    /** Processors round differently. */
    private static final double ROUNDING = .02;

    private final NeuralReader reader =
            new NeuralReader(TestModels.models().reader().orElseThrow());

    @Test
    void readsEverydayQuestionsAsRecorded() throws Exception {
        Everyday documents = Everyday.read(Path.of("src/training/questions"), Everyday.TEST);
        List<Double> told = new ArrayList<>();
        List<Double> untold = new ArrayList<>();
        int touched = 0;
        for (Everyday.Asked asked : documents.some(QUESTIONS)) {
            Chunk chunk = documents.documents().get(asked.document()).stream()
                    .filter(c -> asked.place() < 0
                            || (c.span().start() <= asked.place()
                                    && asked.place() < c.span().end()))
                    .findFirst()
                    .orElseThrow();
            Reading reading =
                    reader.read(asked.question(), List.of(passage(chunk))).getFirst();
            (asked.place() < 0 ? untold : told).add(reading.answers());
            Span answer = new Span(
                    Math.max(0, asked.place()),
                    Math.max(0, asked.place()) + asked.answer().length());
            touched += asked.place() >= 0
                            && reading.words()
                                    .filter(w -> w.start() < answer.end() && answer.start() < w.end())
                                    .isPresent()
                    ? 1
                    : 0;
        }
        double above = told.stream()
                        .mapToLong(t -> untold.stream().filter(u -> t > u).count())
                        .sum()
                / (double) told.size()
                / untold.size();

        JsonNode recorded;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/coalition/model/reader.json"))) {
            recorded = new ObjectMapper().readTree(in).path("everyday");
        }
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(touched / (double) told.size())
                .as("answers that its words touch")
                .isCloseTo(recorded.path("touched").asDouble(), within(ROUNDING));
        assertThat(above)
                .as("AUROC of what is told against what is not")
                .isCloseTo(recorded.path("auroc").asDouble(), within(ROUNDING));
    }

    private static Passage passage(Chunk chunk) {
        List<SentenceScore> scores =
                chunk.sentences().stream().map(s -> new SentenceScore(0, 0)).toList();
        return new Passage(chunk, 0, 0, 0, scores);
    }
}
