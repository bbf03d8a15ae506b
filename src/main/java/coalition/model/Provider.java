package coalition.model;

import java.util.Locale;

/** Who serves a chat model. */
public enum Provider {
    /** OpenAI, and every server that speaks its chat completions: vLLM, LM Studio, llama.cpp, gateways. */
    OPENAI("https://api.openai.com/v1"),
    ANTHROPIC("https://api.anthropic.com/v1"),
    GEMINI("https://generativelanguage.googleapis.com/v1beta"),
    MISTRAL("https://api.mistral.ai/v1"),
    OLLAMA("http://localhost:11434");

    private final String home;

    Provider(String home) {
        this.home = home;
    }

    /** Where it is reached unless a setting says otherwise. */
    public String home() {
        return home;
    }

    /** As settings name it: {@code openai}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its own service refuses calls without a key. */
    boolean needsKey() {
        return this != OLLAMA;
    }
}
