package coalition.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.storage.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(H2ConversationsTest.Fresh.class)
class H2ConversationsTest extends ConversationsContract {
    private static final ThreadId THREAD = new ThreadId("t");

    private final Database database;

    H2ConversationsTest(Database database) {
        super(new H2Conversations(database));
        this.database = database;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void remembersAfterARestart(@TempDir Path folder) {
        try (Database first = Database.open(folder, H2Conversations.MIGRATIONS)) {
            new H2Conversations(first).append(THREAD, turn(Instant.EPOCH));
        }
        try (Database second = Database.open(folder, H2Conversations.MIGRATIONS)) {
            assertThat(new H2Conversations(second).recent(THREAD, 10)).hasSize(1);
        }
    }

    @Test
    void forgetsWhatIsOlder() {
        H2Conversations conversations = new H2Conversations(database);
        conversations.append(THREAD, turn(Instant.ofEpochSecond(1)));
        conversations.append(THREAD, turn(Instant.ofEpochSecond(3)));
        assertThat(conversations.forgetBefore(Instant.ofEpochSecond(2))).isEqualTo(1);
        assertThat(conversations.recent(THREAD, 10)).extracting(Turn::at).containsExactly(Instant.ofEpochSecond(3));
    }

    private static Turn turn(Instant at) {
        return new Turn("q", "q", "a", List.of(), at);
    }

    /** Gives each test a database of its own. */
    static final class Fresh implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Database.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Database.inMemory(UUID.randomUUID().toString(), H2Conversations.MIGRATIONS);
        }
    }
}
