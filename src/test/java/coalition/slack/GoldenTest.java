package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Slack is sent, kind by kind. {@code -Dgolden.update=true} writes the files anew. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/coalition/slack");
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    static Stream<String> messages() {
        return Gallery.messages().keySet().stream();
    }

    static Stream<String> views() {
        return Gallery.views().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void sendsTheMessage(String name) throws IOException {
        Message message = Objects.requireNonNull(Gallery.messages().get(name));
        assertThat(SlackLimits.check(message.json())).isEmpty();
        compare(name, "{\"text\":" + new Gson().toJson(message.text()) + ",\"blocks\":" + message.json() + "}");
    }

    @ParameterizedTest
    @MethodSource("views")
    void opensTheWindow(String name) throws IOException {
        String view = Objects.requireNonNull(Gallery.views().get(name));
        assertThat(SlackLimits.checkView(view)).isEmpty();
        compare(name, view);
    }

    private static void compare(String name, String json) throws IOException {
        String pretty = PRETTY.toJson(JsonParser.parseString(json)) + "\n";
        Path file = FOLDER.resolve(name + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(file));
    }
}
