package coalition;

import coalition.answer.LlmSettings;
import coalition.model.ChatEndpoint;
import coalition.model.ChatSettings;
import coalition.model.Price;
import coalition.model.Provider;
import coalition.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@link LlmSettings} from the environment. */
final class LlmSettingsSource implements SettingsSource<LlmSettings> {
    private static final Setting CHAIN = Setting.of(
            "COALITION_LLM",
            "",
            "language models in the order they are asked, `PROVIDER:MODEL[@ADDRESS]` between commas, `template` may come last;"
                    + " providers: openai (and every server that speaks its API), anthropic, gemini, mistral, ollama; empty:"
                    + " no model, nothing is sent anywhere");
    private static final Setting BASE_URL = Setting.of(
            "COALITION_LLM_BASE_URL",
            "",
            "the address of the first model, where it is not the provider's own; one without a path gets the provider's, such as /v1");
    private static final Setting KEY = Setting.secret("COALITION_LLM_KEY", "the key of the first model");
    private static final Setting OPENAI =
            Setting.secret("COALITION_LLM_OPENAI_KEY", "the key of `openai` models at the provider's own address");
    private static final Setting ANTHROPIC = Setting.secret(
            "COALITION_LLM_ANTHROPIC_KEY", "the key of `anthropic` models at the provider's own address");
    private static final Setting GEMINI =
            Setting.secret("COALITION_LLM_GEMINI_KEY", "the key of `gemini` models at the provider's own address");
    private static final Setting MISTRAL =
            Setting.secret("COALITION_LLM_MISTRAL_KEY", "the key of `mistral` models at the provider's own address");
    private static final Setting PRICES = Setting.of(
            "COALITION_LLM_PRICES",
            "",
            "what a million tokens cost, `INPUT/OUTPUT` for each model between commas, as in `3/15,0/0`");
    private static final Setting DAILY_CAP = Setting.of(
            "COALITION_LLM_DAILY_CAP",
            "0",
            "what all models may cost a day, in the currency of the prices; then the template answers; `0`: no limit");
    private static final Setting TEMPERATURE =
            Setting.of("COALITION_LLM_TEMPERATURE", "0", "0 to 2, or `none` to send no temperature");
    private static final Setting MAX_TOKENS =
            Setting.of("COALITION_LLM_MAX_TOKENS", "700", "the longest reply of a model, in tokens");
    private static final Setting DEADLINE = Setting.of(
            "COALITION_LLM_DEADLINE", "25s", "how long a question waits for models before the template answers");
    private static final Setting RETRIES =
            Setting.of("COALITION_LLM_RETRIES", "1", "how often a failed call is tried again within the deadline");
    private static final Setting CONCURRENCY =
            Setting.of("COALITION_LLM_CONCURRENCY", "4", "how many calls to models may be out at once");
    private static final Setting STREAMING =
            Setting.of("COALITION_LLM_STREAMING", "on", "whether replies are asked for piece by piece");
    private static final Setting STRUCTURED = Setting.of(
            "COALITION_LLM_STRUCTURED",
            "auto",
            "whether replies are asked for as JSON: `on`, `off`, or `auto` (where the provider's own service has it)");
    private static final Setting CACHE =
            Setting.of("COALITION_LLM_CACHE", "on", "whether verified answers are kept until the index changes");

    @Override
    public List<Setting> settings() {
        return List.of(
                CHAIN,
                BASE_URL,
                KEY,
                OPENAI,
                ANTHROPIC,
                GEMINI,
                MISTRAL,
                PRICES,
                DAILY_CAP,
                TEMPERATURE,
                MAX_TOKENS,
                DEADLINE,
                RETRIES,
                CONCURRENCY,
                STREAMING,
                STRUCTURED,
                CACHE);
    }

    @Override
    public LlmSettings read(SettingsReader reader) {
        return reader.build(() -> settings(reader), LlmSettings.none());
    }

    private static LlmSettings settings(SettingsReader reader) {
        ChatSettings chat = new ChatSettings(
                chain(reader),
                temperature(reader),
                reader.integer(MAX_TOKENS, 16, 32_000),
                reader.duration(DEADLINE),
                reader.integer(RETRIES, 0, 5),
                reader.flag(STREAMING),
                reader.choice(STRUCTURED, ChatSettings.Structured.class));
        return new LlmSettings(
                chat, reader.integer(CONCURRENCY, 1, 64), reader.number(DAILY_CAP, 0, 1e9), reader.flag(CACHE));
    }

    private static List<ChatEndpoint> chain(SettingsReader reader) {
        List<String> entries = new ArrayList<>(reader.list(CHAIN));
        if (!entries.isEmpty() && entries.getLast().equalsIgnoreCase("template")) {
            entries.removeLast();
        }
        List<String> prices = reader.list(PRICES);
        if (prices.size() > entries.size()) {
            throw new IllegalArgumentException(
                    PRICES.name() + " names " + prices.size() + " prices for " + entries.size() + " models");
        }
        String address = reader.text(BASE_URL);
        List<ChatEndpoint> chain = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ChatEndpoint endpoint = ChatEndpoint.parse(entries.get(i));
            if (i == 0 && endpoint.baseUrl().isEmpty() && !address.isEmpty()) {
                endpoint = endpoint.at(address);
            }
            endpoint = endpoint.with(key(reader, endpoint, i));
            chain.add(i < prices.size() ? endpoint.costing(Price.parse(prices.get(i))) : endpoint);
        }
        return chain;
    }

    private static Secret key(SettingsReader reader, ChatEndpoint endpoint, int place) {
        Optional<String> own = switch (endpoint.provider()) {
            case OPENAI -> reader.optional(OPENAI);
            case ANTHROPIC -> reader.optional(ANTHROPIC);
            case GEMINI -> reader.optional(GEMINI);
            case MISTRAL -> reader.optional(MISTRAL);
            case OLLAMA -> Optional.empty();
        };
        Optional<String> first = place == 0 ? reader.optional(KEY) : Optional.empty();
        // a provider's key goes to the provider alone, never to another address
        String key = first.or(() -> endpoint.baseUrl().isEmpty() ? own : Optional.empty())
                .orElse("");
        if (key.isEmpty() && endpoint.baseUrl().isEmpty() && endpoint.provider() != Provider.OLLAMA) {
            throw new IllegalArgumentException(
                    CHAIN.name() + ": '" + endpoint.name() + "' needs a key: set COALITION_LLM_" + endpoint.provider()
                            + "_KEY" + (place == 0 ? " or " + KEY.name() : ""));
        }
        return new Secret(key);
    }

    private static Optional<Double> temperature(SettingsReader reader) {
        return reader.text(TEMPERATURE).equals("none")
                ? Optional.empty()
                : Optional.of(reader.number(TEMPERATURE, 0, 2));
    }
}
