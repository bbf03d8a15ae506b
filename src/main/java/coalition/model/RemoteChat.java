package coalition.model;

import coalition.model.ChatException.Trouble;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
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

    private final ChatEndpoint endpoint;
    private final ChatModel whole;
    private final StreamingChatModel pieces;
    private final ChatSettings settings;
    private volatile boolean streaming;
    private volatile boolean structured;
    private volatile boolean plain;

    RemoteChat(ChatEndpoint endpoint, ChatModel whole, StreamingChatModel pieces, ChatSettings settings) {
        this.endpoint = endpoint;
        this.whole = whole;
        this.pieces = pieces;
        this.settings = settings;
        this.streaming = settings.streaming();
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
        return structured;
    }

    @Override
    public Reply ask(Prompt prompt, Duration within, Consumer<String> parts) {
        long deadline = System.nanoTime() + within.toNanos();
        Heard heard = new Heard(name(), parts);
        for (int attempt = 0; ; attempt++) {
            HttpCall call = new HttpCall(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            try {
                return once(prompt, call, heard);
            } catch (ChatException e) {
                boolean simpler = simplify(e, prompt);
                Duration wait = simpler ? Duration.ZERO : e.retryAfter().orElse(PAUSE);
                boolean again = simpler || (e.passing() && attempt < settings.retries());
                if (!again || heard.any() || wait.toNanos() >= deadline - System.nanoTime()) {
                    throw e;
                }
                pause(wait);
            }
        }
    }

    /** Some servers refuse a temperature or a shape, some a stream: leave it out from now on. */
    private boolean simplify(ChatException e, Prompt prompt) {
        boolean asked =
                !plain && (settings.temperature().isPresent() || prompt.format().isPresent());
        if (e.trouble() != Trouble.MISUNDERSTOOD || !(asked || streaming)) {
            return false;
        }
        if (asked) {
            plain = true;
            structured = false;
        } else {
            streaming = false;
        }
        return true;
    }

    private Reply once(Prompt prompt, HttpCall call, Heard heard) {
        try {
            if (streaming) {
                Optional<ChatResponse> response = streamed(prompt, call, heard);
                if (response.isPresent() && (heard.any() || spoken(response.get()))) {
                    return reply(prompt, response.get(), heard);
                }
                if (response.isPresent() && call.left() > 0) {
                    // a server that knows no streams answers whole, which reads as an empty stream
                    Reply reply = whole(prompt, call, heard);
                    streaming = false;
                    return reply;
                }
            }
            return whole(prompt, call, heard);
        } catch (ChatException e) {
            throw e;
        } catch (RuntimeException e) {
            throw fault(e, call);
        } finally {
            call.cancel();
        }
    }

    private Optional<ChatResponse> streamed(Prompt prompt, HttpCall call, Heard heard) {
        StreamedReply stream = new StreamedReply();
        call.whenOver(stream::over);
        call.run(() -> pieces.chat(request(prompt), stream));
        return Optional.of(stream.await(call, heard));
    }

    private Reply whole(Prompt prompt, HttpCall call, Heard heard) {
        ChatResponse[] response = new ChatResponse[1];
        call.run(() -> response[0] = whole.chat(request(prompt)));
        return reply(prompt, response[0], heard);
    }

    private ChatRequest request(Prompt prompt) {
        ChatRequest.Builder request =
                ChatRequest.builder().messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
        if (!endpoint.countsThoughts()) {
            request.maxOutputTokens(settings.maxTokens());
        }
        if (!plain) {
            settings.temperature().ifPresent(request::temperature);
            prompt.format().filter(f -> structured).ifPresent(request::responseFormat);
        }
        return request.build();
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
            case 400, 404, 405, 413, 415, 422 -> new ChatException(name(), Trouble.MISUNDERSTOOD, detail);
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
