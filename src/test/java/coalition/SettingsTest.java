package coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coalition.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheDefaultWhereNothingIsGiven() {
        Settings settings = Settings.read(Map.of(), folder.resolve(".env"));
        assertThat(settings.folders()).isEqualTo(new FolderSettings("knowledge", "data", ""));
        assertThat(settings.storage()).isEqualTo(StorageSettings.standard());
    }

    @Test
    void readsTheFile() {
        write(
                ".env",
                "# where things are\nexport COALITION_KNOWLEDGE=\"my papers\" # here\nCOALITION_WEB_PORT=9000 # free\n");
        Settings settings = Settings.read(Map.of(), folder.resolve(".env"));
        assertThat(settings.folders().knowledge()).isEqualTo("my papers");
        assertThat(settings.web().port()).isEqualTo(9000);
    }

    @Test
    void takesTheEnvironmentBeforeTheFile() {
        write(".env", "COALITION_DATA=a");
        assertThat(Settings.read(Map.of("COALITION_DATA", "b"), folder.resolve(".env"))
                        .folders()
                        .data())
                .isEqualTo("b");
    }

    @Test
    void reportsAllProblemsTogether() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> Settings.read(
                        Map.of("COALITION_WEB_PORT", "many", "COALITION_DURABILITY", "forever", "COALITION_DATTA", "x"),
                        folder.resolve(".env")));
        assertThat(refused.problems())
                .containsExactlyInAnyOrder(
                        "COALITION_DATTA is not a setting; did you mean COALITION_DATA?",
                        "COALITION_DURABILITY: 'forever' is not one of process, power",
                        "COALITION_WEB_PORT: 'many' is not a whole number from 0 to 65535");
    }

    @Test
    void namesALineOfTheFileThatIsNoSettingWithoutShowingIt() {
        write(".env", "xoxb-secret");
        assertThatThrownBy(() -> Settings.read(Map.of(), folder.resolve(".env")))
                .hasMessageContaining("line 1 of")
                .hasMessageNotContaining("xoxb");
    }

    @Test
    void readsASecretFromAFileOfItsOwner() throws IOException {
        Path file = write("token", "xoxb-1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        SettingsReader reader = new SettingsReader(Map.of("A_TOKEN_FILE", file.toString()));
        assertThat(reader.optional(Setting.secret("A_TOKEN", "a token"))).contains("xoxb-1");
    }

    @Test
    void refusesASecretThatOthersMayRead() throws IOException {
        Path file = write("token", "xoxb-1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        SettingsReader reader = new SettingsReader(Map.of("A_TOKEN_FILE", file.toString()));
        assertThat(reader.optional(Setting.secret("A_TOKEN", "a token"))).isEmpty();
        assertThat(reader.problems())
                .isEqualTo(List.of("A_TOKEN_FILE: others may read '" + file + "': run chmod 600 '" + file + "'"));
    }

    @Test
    void neverShowsASecretThatIsWrong() {
        SettingsReader reader = new SettingsReader(Map.of("A_PIN", "hunter2"));
        reader.parse(new Setting("A_PIN", "1", true, "a pin"), "a number", Integer::parseInt);
        assertThat(reader.problems()).isEqualTo(List.of("A_PIN: its value is not a number"));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
