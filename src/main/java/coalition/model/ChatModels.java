package coalition.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The chat models that settings name, each ready to be asked, on one shared connection pool. Making them calls nobody. Retries,
 * logging of bodies and timeouts of the providers' own modules are off: {@link RemoteChat} and {@link TimedHttpClient} see to them.
 */
public final class ChatModels implements AutoCloseable {
    private static final String NO_KEY = "none";

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final HttpClientBuilder http;
    private final ChatSettings settings;
    private final List<Chat> chats;

    /** @param clock reads the dates servers ask to wait for */
    public ChatModels(ChatSettings settings, Clock clock) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(readers)
                .build();
        this.http = new TimedHttpClient.Builder(client, readers, clock);
        this.chats = settings.chain().stream().map(this::chat).toList();
    }

    /** In the order of the settings; empty where they name none. */
    public List<Chat> chats() {
        return chats;
    }

    /** Ends the calls in hand and the threads. */
    @Override
    public void close() {
        client.shutdownNow();
        readers.shutdown();
    }

    /** The module's two clients for one endpoint; how long a reply may be stands in each request. */
    private Chat chat(ChatEndpoint endpoint) {
        return switch (endpoint.provider()) {
            case OPENAI -> openAi(endpoint);
            case ANTHROPIC -> anthropic(endpoint);
            case GEMINI -> gemini(endpoint);
            case MISTRAL -> mistral(endpoint);
            case OLLAMA -> ollama(endpoint);
        };
    }

    private Chat openAi(ChatEndpoint endpoint) {
        String url = endpoint.address();
        OpenAiChatModel.OpenAiChatModelBuilder whole = OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .apiKey(key(endpoint))
                .modelName(endpoint.model())
                .maxRetries(0);
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder pieces = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .apiKey(key(endpoint))
                .modelName(endpoint.model());
        if (endpoint.countsThoughts()) {
            whole.maxCompletionTokens(settings.maxTokens());
            pieces.maxCompletionTokens(settings.maxTokens());
        }
        return new RemoteChat(endpoint, whole.build(), pieces.build(), settings);
    }

    private Chat anthropic(ChatEndpoint endpoint) {
        String url = endpoint.address();
        return new RemoteChat(
                endpoint,
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key(endpoint))
                        .modelName(endpoint.model())
                        .maxRetries(0)
                        .build(),
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key(endpoint))
                        .modelName(endpoint.model())
                        .build(),
                settings);
    }

    private Chat gemini(ChatEndpoint endpoint) {
        String url = endpoint.address();
        return new RemoteChat(
                endpoint,
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key(endpoint))
                        .modelName(endpoint.model())
                        .maxRetries(0)
                        .build(),
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key(endpoint))
                        .modelName(endpoint.model())
                        .build(),
                settings);
    }

    private Chat mistral(ChatEndpoint endpoint) {
        String url = endpoint.address();
        return new RemoteChat(
                endpoint,
                MistralAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key(endpoint))
                        .modelName(endpoint.model())
                        .maxRetries(0)
                        .build(),
                MistralAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key(endpoint))
                        .modelName(endpoint.model())
                        .build(),
                settings);
    }

    private Chat ollama(ChatEndpoint endpoint) {
        String url = endpoint.address();
        return new RemoteChat(
                endpoint,
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .modelName(endpoint.model())
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .maxRetries(0)
                        .build(),
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .modelName(endpoint.model())
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .build(),
                settings);
    }

    /** The modules refuse an empty key, local servers ask for none. */
    private static String key(ChatEndpoint endpoint) {
        return endpoint.key().isPresent() ? endpoint.key().value() : NO_KEY;
    }
}
