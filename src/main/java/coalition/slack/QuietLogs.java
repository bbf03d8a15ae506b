package coalition.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps libraries from logging tokens and messages: below INFO they write whole requests. */
final class QuietLogs {
    private static final List<String> TALKATIVE =
            List.of("com.slack.api", "org.java_websocket", "okhttp3", "com.sun.net.httpserver", "sun.net.httpserver");

    private QuietLogs() {}

    static void floor() {
        for (String name : TALKATIVE) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger
                    && !logger.getEffectiveLevel().isGreaterOrEqual(Level.INFO)) {
                logger.setLevel(Level.INFO);
            }
        }
    }
}
