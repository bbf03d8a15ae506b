package coalition.model;

import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;

/** Brings what a server sends into the form that its provider's module reads. Implementations are safe for several threads. */
interface Dialect {
    /** Takes everything as it comes. */
    Dialect NATIVE = new Dialect() {
        @Override
        public String whole(String body) {
            return body;
        }

        @Override
        public void stream(InputStream body, ServerSentEventParser parser, ServerSentEventListener listener) {
            parser.parse(body, listener);
        }
    };

    /**
     * A whole reply.
     *
     * @throws IllegalStateException where it is none
     */
    String whole(String body);

    /**
     * Reads a stream to its end and tells each event.
     *
     * @param parser the module's own
     * @throws IllegalStateException at what is no event
     */
    void stream(InputStream body, ServerSentEventParser parser, ServerSentEventListener listener) throws IOException;
}
