package coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says. Its second command is the one that runs this test, so that one is only looked up. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void namesTheTwoCommands() throws IOException {
        assertThat(commands()).containsExactly("./coalition ask \"why did Kors leave?\"", "mvn verify");
    }

    @Test
    void answersTheFirstCommandFromTheExampleDocuments(@TempDir Path data) throws IOException, InterruptedException {
        String question = commands().getFirst().replaceFirst("^[^\"]*\"", "").replaceFirst("\"$", "");
        List<String> command =
                ChildJvm.command(List.of("-Xmx400m"), Main.class, "ask", "--json", "--data", data.toString(), question);
        Path out = data.resolve("out");
        Path err = data.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        String answer = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(answer).contains("\"abstained\":false", "Alibaba", "\"number\":1");
    }

    @Test
    void linksToWhatIsThere() throws IOException {
        Stream<String> links = LINK.matcher(readme()).results().map(match -> match.group(1));
        assertThat(links).allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    @Test
    void shipsALauncherThatCanBeRun() {
        assertThat(Path.of("coalition")).isExecutable();
    }

    private static List<String> commands() throws IOException {
        String block = readme().split("## Two commands\n")[1].split("```\n")[1];
        return block.lines().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
