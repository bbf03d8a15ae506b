package coalition.vectorstore;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the store says in the log while this is open. */
final class LoggedSentences implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(H2EmbeddingStore.class.getPackageName());
    private final Level level = logger.getEffectiveLevel();
    private final List<String> sentences = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            sentences.add(event.getFormattedMessage());
        }
    };

    LoggedSentences() {
        appender.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);
    }

    /** Those that hold this, in order. */
    List<String> of(String part) {
        return sentences.stream().filter(sentence -> sentence.contains(part)).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(level);
    }
}
