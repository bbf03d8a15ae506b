package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.model.ChatEndpoint;
import coalition.model.ChatSettings;
import coalition.storage.Database;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguageModelsTest {
    private final Database database = ModelSamples.database();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void saysThatNothingIsSentWhereNoModelIsSet() {
        assertThat(destination()).contains("nothing is sent anywhere");
    }

    @Test
    void saysWhereThingsAreSentInTheOrderOfTheModels() {
        assertThat(destination("ollama:small", "openai:org/big@https://gate.example/v1"))
                .isEqualTo("Questions, the last turns and retrieved passages are sent to localhost (ollama:small), then"
                        + " gate.example (openai:org/big).");
    }

    private String destination(String... chain) {
        ChatSettings chat =
                ChatSettings.of(Stream.of(chain).map(ChatEndpoint::parse).toList());
        LlmSettings settings = new LlmSettings(chat, 4, 0, false);
        try (LanguageModels models = LanguageModels.of(settings, database, Clock.systemUTC())) {
            return models.destination();
        }
    }
}
