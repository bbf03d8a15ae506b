package coalition.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
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
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The chat models that settings name, each ready to be asked, on one shared connection pool. Making them calls nobody. Retries,
 * logging of bodies and timeouts of the providers' own modules are off: {@link RemoteChat} and {@link TimedHttpClient} see to them.
 */
public final class ChatModels implements AutoCloseable {
    /** In place of a key that is not there; never sent. */
    static final String NO_KEY = "none";

    private static final Capability JSON = Capability.RESPONSE_FORMAT_JSON_SCHEMA;

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final HttpClientBuilder http;
    private final HttpClientBuilder openAiHttp;
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
        this.http = new TimedHttpClient.Builder(client, readers, clock, Dialect.NATIVE);
        this.openAiHttp = new TimedHttpClient.Builder(client, readers, clock, new OpenAiDialect());
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

    /** The module's two clients for one endpoint; the model and how long a reply may be stand in each request. */
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
        return new RemoteChat(
                endpoint,
                endpoint.addresses().stream()
                        .map(address -> openAi(endpoint, address))
                        .toList(),
                settings);
    }

    private RemoteChat.Door openAi(ChatEndpoint endpoint, String address) {
        Map<String, String> headers = endpoint.atHome() || !endpoint.key().isPresent()
                ? Map.of()
                : Map.of("api-key", endpoint.key().value());
        return new RemoteChat.Door(
                OpenAiChatModel.builder()
                        .httpClientBuilder(openAiHttp)
                        .baseUrl(address)
                        .customQueryParams(endpoint.query())
                        .customHeaders(headers)
                        .apiKey(key(endpoint))
                        .maxRetries(0)
                        .build(),
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(openAiHttp)
                        .baseUrl(address)
                        .customQueryParams(endpoint.query())
                        .customHeaders(headers)
                        .apiKey(key(endpoint))
                        .build());
    }

    private Chat anthropic(ChatEndpoint endpoint) {
        return remote(
                endpoint,
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .apiKey(key(endpoint))
                        .maxRetries(0)
                        .build(),
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .apiKey(key(endpoint))
                        .build());
    }

    private Chat gemini(ChatEndpoint endpoint) {
        return remote(
                endpoint,
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .apiKey(key(endpoint))
                        .maxRetries(0)
                        .build(),
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .apiKey(key(endpoint))
                        .build());
    }

    private Chat mistral(ChatEndpoint endpoint) {
        return remote(
                endpoint,
                MistralAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .apiKey(key(endpoint))
                        .maxRetries(0)
                        .build(),
                MistralAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .apiKey(key(endpoint))
                        .build());
    }

    private Chat ollama(ChatEndpoint endpoint) {
        return remote(
                endpoint,
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .supportedCapabilities(JSON)
                        .maxRetries(0)
                        .build(),
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(endpoint.address())
                        .supportedCapabilities(JSON)
                        .build());
    }

    private Chat remote(ChatEndpoint endpoint, ChatModel whole, StreamingChatModel pieces) {
        return new RemoteChat(endpoint, List.of(new RemoteChat.Door(whole, pieces)), settings);
    }

    /** The modules refuse an empty key, local servers ask for none. */
    private static String key(ChatEndpoint endpoint) {
        return endpoint.key().isPresent() ? endpoint.key().value() : NO_KEY;
    }
}
