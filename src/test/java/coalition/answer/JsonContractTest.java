package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonContractTest {
    private static final Path CONTRACT = Path.of("docs/json.md");

    @ParameterizedTest
    @ValueSource(strings = {"answer/AnswerJson.java", "summary/SummaryJson.java"})
    void documentsEveryField(String source) throws IOException {
        String contract = Files.readString(CONTRACT);
        List<String> fields = Pattern.compile("(?:Field|FieldStart)\\(\\s*\"([a-z]+)\"")
                .matcher(Files.readString(Path.of("src/main/java/coalition", source)))
                .results()
                .map((MatchResult field) -> field.group(1))
                .toList();
        assertThat(fields).isNotEmpty().allSatisfy(f -> assertThat(contract).contains("`" + f + "`"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void documentsEveryReason(Reason reason) throws IOException {
        assertThat(Files.readString(CONTRACT)).contains("`" + reason.name().toLowerCase(Locale.ROOT) + "`");
    }
}
