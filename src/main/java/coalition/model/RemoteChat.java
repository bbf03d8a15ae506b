package coalition.model;

import coalition.model.ChatException.Trouble;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A chat model behind HTTP. One retry policy for all providers: a call that could not be made, was limited or broke before its
 * first words is made again, once by default, if the wait the server asks for fits in the time left; never after words have come,
 * so nobody hears them twice.
 */
final class RemoteChat implements Chat {
    private static final int LONGEST = 12_000;
    private static final int LONGEST_WITH_THOUGHTS = 200_000;
    private static final Duration PAUSE = Duration.ofMillis(400);

    /** Statuses of a call that a server may take in another manner. */
    private static final Set<Integer> REFUSALS = Set.of(400, 405, 415, 422);

    private final ChatEndpoint endpoint;
    private final ChatModel whole;
    private final StreamingChatModel pieces;
    private final ChatSettings settings;
    private final boolean structured;
    private volatile Manner manner;

    /**
     * How a server is asked.
     *
     * @param plain without temperature and shape
     * @param completionTokens limited by {@code max_completion_tokens}, which OpenAI's newer models ask for and others do not know
     * @param streaming piece by piece
     */
    private record Manner(boolean plain, boolean completionTokens, boolean streaming) {
        Manner whole() {
            return new Manner(plain, completionTokens, false);
        }
    }

    RemoteChat(ChatEndpoint endpoint, ChatModel whole, StreamingChatModel pieces, ChatSettings settings) {
        this.endpoint = endpoint;
        this.whole = whole;
        this.pieces = pieces;
        this.settings = settings;
        this.manner = new Manner(false, atOpenAi(), settings.streaming());
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
                Optional<Manner> simpler = REFUSALS.contains(call.status()) ? simpler(tried, prompt) : Optional.empty();
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

    /** Some servers refuse a temperature or a shape, some a limit by its old name, some a stream: what to leave out next. */
    private Optional<Manner> simpler(Manner tried, Prompt prompt) {
        boolean asked = settings.temperature().isPresent() || prompt.format().isPresent();
        if (asked && !tried.plain()) {
            return Optional.of(new Manner(true, tried.completionTokens(), tried.streaming()));
        }
        boolean first = tried.streaming() == settings.streaming();
        if (endpoint.provider() == Provider.OPENAI && !tried.completionTokens() && first) {
            return Optional.of(new Manner(tried.plain(), true, tried.streaming()));
        }
        return Optional.of(new Manner(tried.plain(), atOpenAi(), false)).filter(m -> tried.streaming());
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
        call.run(() -> pieces.chat(request(prompt, tried), stream));
        return stream.await(call, heard);
    }

    private Reply whole(Prompt prompt, HttpCall call, Heard heard, Manner tried) {
        ChatResponse[] response = new ChatResponse[1];
        call.run(() -> response[0] = whole.chat(request(prompt, tried)));
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
        return ChatRequest.builder()
                .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                .parameters(parameters.build())
                .build();
    }

    private Reply reply(Prompt prompt, ChatResponse response, Heard heard) {
        if (!heard.any() && spoken(response)) {
            heard.accept(response.aiMessage().text());
        }
        heard.over();
        if (response.finishReason() == FinishReason.CONTENT_FILTER
                || heard.text().isBlank()) {
            throw new ChatException(name(), Trouble.EMPTY, "");
        }
        TokenUsage usage = response.tokenUsage();
        Integer sent = usage == null ? null : usage.inputTokenCount();
        Integer written = usage == null ? null : usage.outputTokenCount();
        return new Reply(
                heard.text(),
                sent == null ? 1 + prompt.length() / 4 : sent,
                written == null ? 1 + heard.text().length() / 4 : written);
    }

    private static boolean spoken(ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        return text != null && !text.isBlank();
    }

    private ChatException fault(RuntimeException fault, HttpCall call) {
        int status = call.status();
        if (call.left() <= 0 || fault instanceof TimeoutException) {
            return new ChatException(name(), Trouble.LATE, "");
        }
        if (status == 0) {
            return new ChatException(name(), Trouble.UNREACHABLE, reach(fault));
        }
        String detail = "status " + status;
        return switch (status) {
            case 401, 403 -> new ChatException(name(), Trouble.DENIED, detail);
            case 429 -> new ChatException(name(), Trouble.LIMITED, detail, call.retryAfter());
            case 404 -> new ChatException(name(), Trouble.NOT_FOUND, detail);
            case 400, 405, 413, 415, 422 -> new ChatException(name(), Trouble.MISUNDERSTOOD, detail);
            default ->
                new ChatException(
                        name(),
                        Trouble.BROKEN,
                        status / 100 == 2 ? "the reply is cut or no JSON" : detail,
                        call.retryAfter());
        };
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

    /** Collects what was said and passes it on. For one thread. */
    static final class Heard implements Consumer<String> {
        private final StringBuilder text = new StringBuilder();
        private final SpokenPart spoken = new SpokenPart();
        private int heard;
        private final String model;
        private final Consumer<String> parts;

        Heard(String model, Consumer<String> parts) {
            this.model = model;
            this.parts = parts;
        }

        @Override
        public void accept(String part) {
            heard += part.length();
            pass(spoken.add(part));
        }

        private void pass(String said) {
            text.append(said);
            if (text.length() > LONGEST || heard > LONGEST_WITH_THOUGHTS) {
                throw new ChatException(model, Trouble.BROKEN, "the reply has no end");
            }
            if (!said.isEmpty()) {
                parts.accept(said);
            }
        }

        void over() {
            pass(spoken.end());
        }

        boolean any() {
            return heard > 0;
        }

        String text() {
            return text.toString();
        }
    }
}
