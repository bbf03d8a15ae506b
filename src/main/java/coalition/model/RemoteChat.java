package coalition.model;

import coalition.model.ChatException.Trouble;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chat model behind HTTP. One retry policy for all providers: a call that could not be made, was limited or broke before its
 * first words is made again, once by default, if the wait the server asks for fits in the time left; never after words have come,
 * so nobody hears them twice.
 */
final class RemoteChat implements Chat {
    private static final Duration PAUSE = Duration.ofMillis(400);

    /** Statuses of a call that a server may take in another manner. */
    private static final Set<Integer> REFUSALS = Set.of(400, 405, 415, 422);

    private static final Pattern NO_SYSTEM = Pattern.compile(
            "system[ -]?(?:role|message|prompt|instruction)|roles must alternate", Pattern.CASE_INSENSITIVE);

    private final ChatEndpoint endpoint;
    private final List<Door> doors;
    private final ChatSettings settings;
    private final boolean structured;
    private volatile Manner manner;

    /**
     * The module's two clients for one address.
     *
     * @param whole waits for whole replies
     * @param pieces hears them as they come
     */
    record Door(ChatModel whole, StreamingChatModel pieces) {}

    /** @param doors one for each address of the endpoint, in their order; at least one */
    RemoteChat(ChatEndpoint endpoint, List<Door> doors, ChatSettings settings) {
        this.endpoint = endpoint;
        this.doors = List.copyOf(doors);
        this.settings = settings;
        this.manner = new Manner(false, atOpenAi(), settings.streaming(), false, 0);
        this.structured = switch (settings.structured()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> endpoint.provider() != Provider.ANTHROPIC && endpoint.atHome();
        };
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public Price price() {
        return endpoint.price();
    }

    @Override
    public boolean structured() {
        return structured && !manner.plain();
    }

    @Override
    public Reply ask(Prompt prompt, Duration within, Consumer<String> parts) {
        long deadline = System.nanoTime() + within.toNanos();
        Heard heard = new Heard(name(), parts);
        Manner tried = manner;
        int attempt = 0;
        while (true) {
            HttpCall call = new HttpCall(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            try {
                return once(prompt, call, heard, tried);
            } catch (ChatException e) {
                Optional<Manner> simpler = simpler(tried, prompt, call);
                Duration wait =
                        simpler.isPresent() ? Duration.ZERO : e.retryAfter().orElse(PAUSE);
                boolean again = simpler.isPresent() || (e.passing() && attempt++ < settings.retries());
                if (!again || heard.any() || wait.toNanos() >= deadline - System.nanoTime()) {
                    throw e;
                }
                tried = simpler.orElse(tried);
                pause(wait);
            }
        }
    }

    /** Some servers stand at another path, or refuse a system message, a temperature or a shape, a limit by its old name, a stream. */
    private Optional<Manner> simpler(Manner tried, Prompt prompt, HttpCall call) {
        if (call.status() == 404) {
            return Optional.of(tried.elsewhere()).filter(m -> m.place() < doors.size());
        }
        boolean refused = REFUSALS.contains(call.status());
        if ((refused || call.status() == 500)
                && !tried.folded()
                && NO_SYSTEM.matcher(call.complaint()).find()) {
            return Optional.of(tried.inOneMessage());
        }
        boolean asked = settings.temperature().isPresent() || prompt.format().isPresent();
        if (refused && asked && !tried.plain()) {
            return Optional.of(tried.withoutExtras());
        }
        boolean first = tried.streaming() == settings.streaming();
        if (refused && endpoint.provider() == Provider.OPENAI && !tried.completionTokens() && first) {
            return Optional.of(tried.limitedBy(true));
        }
        return Optional.of(tried.limitedBy(atOpenAi()).whole()).filter(m -> refused && tried.streaming());
    }

    private boolean atOpenAi() {
        return endpoint.provider() == Provider.OPENAI && endpoint.atHome();
    }

    private Reply once(Prompt prompt, HttpCall call, Heard heard, Manner tried) {
        try {
            if (tried.streaming()) {
                ChatResponse response = streamed(prompt, call, heard, tried);
                if (heard.any() || spoken(response)) {
                    manner = tried;
                    return reply(prompt, response, heard);
                }
                if (call.left() <= 0) {
                    throw new ChatException(name(), Trouble.LATE, "");
                }
            }
            // a server that knows no streams answers whole, which reads as an empty stream
            Reply reply = whole(prompt, call, heard, tried);
            manner = tried.whole();
            return reply;
        } catch (ChatException e) {
            throw e;
        } catch (RuntimeException e) {
            throw fault(e, call);
        } finally {
            call.cancel();
        }
    }

    private ChatResponse streamed(Prompt prompt, HttpCall call, Heard heard, Manner tried) {
        StreamedReply stream = new StreamedReply();
        call.whenOver(stream::over);
        call.run(() -> doors.get(tried.place()).pieces().chat(request(prompt, tried), stream));
        return stream.await(call, heard);
    }

    private Reply whole(Prompt prompt, HttpCall call, Heard heard, Manner tried) {
        ChatResponse[] response = new ChatResponse[1];
        call.run(() -> response[0] = doors.get(tried.place()).whole().chat(request(prompt, tried)));
        return reply(prompt, response[0], heard);
    }

    private ChatRequest request(Prompt prompt, Manner tried) {
        DefaultChatRequestParameters.Builder<?> parameters = tried.completionTokens()
                ? OpenAiChatRequestParameters.builder().maxCompletionTokens(settings.maxTokens())
                : ChatRequestParameters.builder().maxOutputTokens(settings.maxTokens());
        parameters.modelName(endpoint.model());
        if (!tried.plain()) {
            settings.temperature().ifPresent(parameters::temperature);
            prompt.format().filter(f -> structured).ifPresent(parameters::responseFormat);
        }
        List<ChatMessage> messages = tried.folded()
                ? List.of(UserMessage.from(prompt.system() + "\n\n" + prompt.user()))
                : List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
        return ChatRequest.builder()
                .messages(messages)
                .parameters(parameters.build())
                .build();
    }

    private Reply reply(Prompt prompt, ChatResponse response, Heard heard) {
        if (!heard.any() && spoken(response)) {
            heard.accept(response.aiMessage().text());
        }
        heard.over();
        FinishReason finish = response.finishReason();
        // a server that does not say why it ends may have been cut off
        boolean cut = finish == null || finish == FinishReason.LENGTH;
        if (finish == FinishReason.CONTENT_FILTER || heard.text().isBlank()) {
            String why = "its " + settings.maxTokens() + " tokens were over before the first word of the answer";
            throw new ChatException(name(), Trouble.EMPTY, finish == FinishReason.LENGTH ? why : "");
        }
        TokenUsage usage = response.tokenUsage();
        Integer sent = usage == null ? null : usage.inputTokenCount();
        Integer written = usage == null ? null : usage.outputTokenCount();
        return new Reply(
                heard.text(),
                sent == null ? 1 + prompt.length() / 4 : sent,
                written == null ? 1 + heard.text().length() / 4 : written,
                cut);
    }

    private static boolean spoken(ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        return text != null && !text.isBlank();
    }

    private ChatException fault(RuntimeException fault, HttpCall call) {
        int status = call.status();
        if (Thread.currentThread().isInterrupted()) {
            return new ChatException(name(), Trouble.CANCELLED, "");
        }
        if (call.left() <= 0 || fault instanceof TimeoutException) {
            return new ChatException(name(), Trouble.LATE, "");
        }
        if (status == 0) {
            return new ChatException(name(), Trouble.UNREACHABLE, reach(fault));
        }
        String said = unkeyed(complaint(fault).orElse(call.complaint()));
        String detail = "status " + status + (said.isEmpty() ? "" : ": " + said);
        return switch (status) {
            case 401, 403 -> new ChatException(name(), Trouble.DENIED, detail);
            case 429 -> new ChatException(name(), Trouble.LIMITED, detail, call.retryAfter());
            case 404 -> new ChatException(name(), Trouble.NOT_FOUND, endpoint.address() + ", " + detail);
            case 400, 405, 413, 415, 422 -> new ChatException(name(), Trouble.MISUNDERSTOOD, detail);
            default ->
                new ChatException(
                        name(),
                        Trouble.BROKEN,
                        status / 100 == 2 && said.isEmpty() ? "the reply is cut or no JSON" : detail,
                        call.retryAfter());
        };
    }

    private static Optional<String> complaint(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .filter(ServerComplaint.class::isInstance)
                .map(t -> String.valueOf(t.getMessage()))
                .findFirst();
    }

    /** Without what is or may be a part of the key. */
    private String unkeyed(String said) {
        String key = endpoint.key().value();
        String start = key.substring(0, Math.min(4, key.length()));
        return Arrays.stream(said.split(" "))
                .map(word -> word.contains("**") || (!key.isEmpty() && word.contains(start)) ? "…" : word)
                .collect(Collectors.joining(" "));
    }

    private String reach(Throwable fault) {
        String host = endpoint.host();
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException) {
                return "there is no host " + host;
            }
            if (t instanceof HttpConnectTimeoutException) {
                return host + " does not answer";
            }
            if (t instanceof ConnectException) {
                return "nothing listens at " + host;
            }
        }
        return "the connection to " + host + " broke";
    }

    private void pause(Duration wait) {
        try {
            boolean done = new CountDownLatch(1).await(wait.toNanos(), TimeUnit.NANOSECONDS);
            assert !done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(name(), Trouble.CANCELLED, "");
        }
    }
}
