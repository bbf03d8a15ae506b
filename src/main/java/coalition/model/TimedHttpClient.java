package coalition.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * HTTP on the JDK's client, for calls that end: none outlives its {@link HttpCall}, whether the server is silent, slow or endless.
 * Headers, body and stream count against the same deadline. Safe for several threads.
 */
final class TimedHttpClient implements HttpClient {
    private static final long LONGEST = 2_000_000;
    private static final int LONGEST_COMPLAINT = 4_000;
    private static final Set<String> OURS = Set.of("content-length", "connection", "host");

    private final java.net.http.HttpClient client;
    private final Executor readers;
    private final Clock clock;
    private final Dialect dialect;

    /**
     * @param readers runs what reads streams, one task a stream
     * @param clock for Retry-After dates
     * @param dialect how servers write
     */
    TimedHttpClient(java.net.http.HttpClient client, Executor readers, Clock clock, Dialect dialect) {
        this.client = client;
        this.readers = readers;
        this.clock = clock;
        this.dialect = dialect;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpCall call = HttpCall.current();
        CompletableFuture<Void> end = endingInTime(call);
        try (InputStream body = open(request, call).get()) {
            return SuccessfulHttpResponse.builder()
                    .statusCode(call.status())
                    .body(dialect.whole(text(body)))
                    .build();
        } catch (ExecutionException | IOException e) {
            throw fault(e, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault(e, call);
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        HttpCall call = HttpCall.current();
        CompletableFuture<Void> end = endingInTime(call);
        open(request, call)
                .thenAcceptAsync(body -> read(body, call, parser, listener), readers)
                .handle((done, fault) -> {
                    end.cancel(false);
                    if (fault != null) {
                        listener.onError(fault(fault, call));
                    }
                    call.end();
                    return call;
                })
                .exceptionally(unheard -> call);
    }

    private void read(InputStream body, HttpCall call, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (body) {
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(call.status())
                    .body("")
                    .build());
            dialect.stream(body, parser, new StrictListener(listener));
            listener.onClose();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** The body once the server has accepted the call; of an error's body one line is kept. */
    private CompletableFuture<InputStream> open(HttpRequest request, HttpCall call) {
        CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(translate(request), BodyHandlers.ofInputStream());
        call.closing(() -> sent.cancel(true));
        return sent.thenApply(response -> {
            call.closing(response.body());
            call.answered(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").flatMap(h -> RetryAfter.parse(h, clock)));
            if (response.statusCode() / 100 != 2) {
                call.complained(complaint(response.body()));
                throw new HttpException(response.statusCode(), "status " + response.statusCode());
            }
            return new CappedStream(response.body(), LONGEST);
        });
    }

    private static java.net.http.HttpRequest translate(HttpRequest request) {
        URI address = URI.create(request.url());
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(address);
        request.headers().forEach((name, values) -> {
            if (!OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.stream()
                        .filter(value -> !value.equals("Bearer " + ChatModels.NO_KEY))
                        .forEach(value -> builder.header(name, value));
            }
        });
        // a request to change to HTTP/2 in clear text confuses several local servers
        if ("http".equals(address.getScheme())) {
            builder.version(java.net.http.HttpClient.Version.HTTP_1_1);
        }
        String body = Optional.ofNullable(request.body()).orElse("");
        builder.method(
                request.method().name(),
                body.isEmpty()
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(body));
        return builder.build();
    }

    private static CompletableFuture<Void> endingInTime(HttpCall call) {
        CompletableFuture<Void> end =
                new CompletableFuture<Void>().completeOnTimeout(null, Math.max(1, call.left()), TimeUnit.NANOSECONDS);
        CompletableFuture<Void> ended = end.thenRun(call::cancel);
        ended.exceptionally(cancelled -> null);
        return end;
    }

    /** Why the server refuses, where it says so at once. */
    private static String complaint(InputStream body) {
        CompletableFuture<Void> end = new CompletableFuture<Void>().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> ended = end.thenRun(() -> closeQuietly(body));
        try {
            return ServerComplaint.of(new String(body.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "";
        } finally {
            end.cancel(false);
            ended.cancel(false);
            closeQuietly(body);
        }
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static RuntimeException fault(Throwable fault, HttpCall call) {
        boolean wrapped = fault instanceof CompletionException || fault instanceof ExecutionException;
        Throwable cause = wrapped && fault.getCause() != null ? fault.getCause() : fault;
        if (call.left() <= 0) {
            return new TimeoutException("no reply in time", cause);
        }
        return cause instanceof RuntimeException known ? known : new RuntimeException(cause);
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // only its status mattered
        }
    }

    /** Ends the stream at the first event that cannot be read, instead of logging it and going on. */
    private record StrictListener(ServerSentEventListener listener) implements ServerSentEventListener {
        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            if (context.parsingHandle().isCancelled()) {
                return;
            }
            try {
                listener.onEvent(event, context);
            } catch (RuntimeException e) {
                context.parsingHandle().cancel();
                listener.onError(e);
            }
        }

        @Override
        public void onError(Throwable fault) {
            listener.onError(fault);
        }
    }

    /** Builds clients that share one connection pool; the timeouts asked of it are those of the call instead. */
    record Builder(java.net.http.HttpClient client, Executor readers, Clock clock, Dialect dialect)
            implements dev.langchain4j.http.client.HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return client.connectTimeout().orElse(Duration.ofSeconds(5));
        }

        @Override
        public Builder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Builder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new TimedHttpClient(client, readers, clock, dialect);
        }
    }
}
