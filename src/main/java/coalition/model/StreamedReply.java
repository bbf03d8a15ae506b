package coalition.model;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings what a stream's thread hears to the thread that waits for it. For one stream and one waiting thread. */
final class StreamedReply implements StreamingChatResponseHandler {
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private sealed interface Event {}

    private record Part(String text) implements Event {}

    private record Done(ChatResponse response) implements Event {}

    private record Failed(Throwable fault) implements Event {}

    private record Over() implements Event {}

    @Override
    public void onPartialResponse(String text) {
        events.add(new Part(text));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        events.add(new Done(response));
    }

    @Override
    public void onError(Throwable fault) {
        events.add(new Failed(fault));
    }

    /** No more can come. */
    void over() {
        events.add(new Over());
    }

    /** Passes the parts on as they come and returns the whole; throws what the stream failed with, or a timeout. */
    ChatResponse await(HttpCall call, Consumer<String> parts) {
        while (true) {
            Event event = next(call);
            switch (event) {
                case Part part -> parts.accept(part.text());
                case Done done -> {
                    return done.response();
                }
                case Over over -> throw new IllegalStateException("the stream ended early");
                case Failed failed ->
                    throw failed.fault() instanceof RuntimeException known
                            ? known
                            : new IllegalStateException(failed.fault());
            }
        }
    }

    private Event next(HttpCall call) {
        try {
            Event event = events.poll(Math.max(0, call.left()), TimeUnit.NANOSECONDS);
            if (event != null) {
                return event;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel();
            throw new ChatException("the stream", ChatException.Trouble.CANCELLED, "");
        }
        call.cancel();
        throw new TimeoutException("no reply in time");
    }
}
