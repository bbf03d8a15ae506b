package coalition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, asked as people ask, over four folders it learnt nothing from: 240 questions, of which 168 are answered there. */
class EverydayQuestionsTest {
    private static final Path FOLDERS = Path.of("src/test/resources/everyday");

    @TempDir
    private Path data;

    @Test
    void answersAsWellAsRecorded() throws IOException {
        int right = 0;
        int misled = 0;
        for (String folder : List.of("dispute", "hospital", "festival", "housing")) {
            JsonNode report = evaluated(folder);
            right += report.path("right").asInt();
            misled += report.path("wrong").asInt() + report.path("fooled").asInt();
            assertThat(report.path("exact").asInt())
                    .as("exact citations of %s", folder)
                    .isPositive()
                    .isEqualTo(report.path("citations").asInt());
        }
        // docs/evaluation.md: 91 and 30; processors round differently
        assertThat(right).isGreaterThanOrEqualTo(86);
        assertThat(misled).isLessThanOrEqualTo(34);
    }

    private JsonNode evaluated(String folder) throws IOException {
        CommandRun run = CommandRun.of(
                Map.of(),
                FOLDERS.resolve(folder),
                data.resolve(folder),
                List.of("eval", FOLDERS.resolve(folder + ".jsonl").toString(), "--json"));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }
}
