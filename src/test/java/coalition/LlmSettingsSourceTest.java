package coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.answer.LlmSettings;
import coalition.model.ChatEndpoint;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmSettingsSourceTest {
    @Test
    void namesNoModelUnlessOneIsSet() {
        assertThat(read(Map.of()).on()).isFalse();
    }

    @Test
    void readsAChainThatEndsInTheTemplate() {
        LlmSettings settings = read(Map.of(
                "COALITION_LLM", "anthropic:claude-x, ollama:llama3:8b ,template", "COALITION_LLM_KEY", "key-1"));
        assertThat(settings.chat().chain())
                .extracting(ChatEndpoint::name)
                .containsExactly("anthropic:claude-x", "ollama:llama3:8b");
    }

    @Test
    void sendsTheKeyOfTheFirstModelNowhereElse() {
        LlmSettings settings = read(Map.of(
                "COALITION_LLM",
                "openai:a@http://localhost:1/v1,openai:b@http://localhost:2/v1",
                "COALITION_LLM_KEY",
                "key-1"));
        assertThat(settings.chat().chain()).extracting(e -> e.key().isPresent()).containsExactly(true, false);
    }

    @Test
    void takesTheAddressOfTheFirstModel() {
        LlmSettings settings =
                read(Map.of("COALITION_LLM", "openai:m", "COALITION_LLM_BASE_URL", "http://localhost:8000/v1/"));
        assertThat(settings.chat().chain().getFirst().address()).isEqualTo("http://localhost:8000/v1");
    }

    @Test
    void neverShowsAKey() {
        LlmSettings settings = read(Map.of("COALITION_LLM", "openai:m", "COALITION_LLM_KEY", "key-1"));
        assertThat(settings.toString()).doesNotContain("key-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COALITION_LLM             | foo:bar                        | PROVIDER:MODEL
            COALITION_LLM             | openai                         | names no model
            COALITION_LLM             | openai:m                       | needs a key
            COALITION_LLM             | openai:m@http://a:b@host/v1    | without a name or password
            COALITION_LLM_BASE_URL    | ftp://x                        | http
            COALITION_LLM_TEMPERATURE | 7                              | COALITION_LLM_TEMPERATURE
            COALITION_LLM_PRICES      | 1/2,3/4                        | 2 prices for 1 models
            COALITION_LLM_DAILY_CAP   | 5                              | needs the prices
            COALITION_LLM_DEADLINE    | soon                           | COALITION_LLM_DEADLINE
            """)
    void saysWhatIsWrong(String name, String value, String problem) {
        Map<String, String> environment = name.equals("COALITION_LLM")
                ? Map.of(name, value)
                : Map.of("COALITION_LLM", "openai:m", "COALITION_LLM_KEY", "k", name, value);
        assertThatThrownBy(() -> read(environment)).hasMessageContaining(problem);
    }

    private static LlmSettings read(Map<String, String> environment) {
        return Settings.read(environment, Path.of("no-such-file.env")).llm();
    }
}
