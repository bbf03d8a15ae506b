package coalition.model;

import java.time.Duration;
import java.util.function.Consumer;

/** A chat model. Implementations are safe for several threads. */
public interface Chat {
    /** As people name it: {@code openai:gpt-4o-mini}. */
    String name();

    /** What it costs. */
    Price price();

    /** Whether replies may be asked for as JSON of a given shape. */
    boolean structured();

    /**
     * Asks and waits for the whole reply.
     *
     * @param within how long to wait, retries included
     * @param parts hears the reply piece by piece as it comes, on the caller's thread; together they are the reply's text
     * @return the whole reply
     * @throws ChatException when there is none in time
     */
    Reply ask(Prompt prompt, Duration within, Consumer<String> parts);
}
