package coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {
    @Test
    void listsEachSettingWithItsDefaultAndNothingElse() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/settings.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Settings.all().stream().map(SettingsDocumentTest::row).toList());
    }

    private static String row(Setting setting) {
        String fallback =
                setting.secret() ? "secret" : setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
        return ("| `" + setting.name() + "` | " + fallback + " | " + setting.meaning() + " |").replace("|  |", "| |");
    }
}
