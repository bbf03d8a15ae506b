package coalition.feedback;

import coalition.storage.Database;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class StoredFeedbackLogTest extends FeedbackLogContract {
    private final Database database = Database.inMemory("feedback-" + UUID.randomUUID(), StoredFeedbackLog.MIGRATIONS);
    private final FeedbackLog log = new StoredFeedbackLog(database);

    @Override
    FeedbackLog log() {
        return log;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
