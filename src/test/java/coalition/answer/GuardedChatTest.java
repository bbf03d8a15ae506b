package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.model.ChatException;
import coalition.model.ChatException.Trouble;
import coalition.model.Prompt;
import coalition.storage.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedChatTest {
    private static final Prompt PROMPT = new Prompt("Be careful.", "Who left?", Optional.empty());
    private final Database database = ModelSamples.database();
    private final CircuitBreaker breaker = new CircuitBreaker(1, Duration.ofSeconds(30), Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void refusesACallWhileAllPlacesAreTaken() throws InterruptedException {
        CountDownLatch out = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        GuardedChat chat = guarded(new ScriptedChat(prompt -> {
            out.countDown();
            await(end);
            return "Kors. [1]";
        }));
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> chat.ask(PROMPT, Duration.ofMinutes(1), part -> {}));
        out.await();
        assertThatThrownBy(() -> chat.ask(PROMPT, Duration.ofMillis(20), part -> {}))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.BUSY));
        end.countDown();
        first.join();
    }

    @Test
    void givesItsPlaceBackAfterAFailure() {
        GuardedChat chat = guarded(ScriptedChat.failing(Trouble.CANCELLED));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> chat.ask(PROMPT, Duration.ofSeconds(20), part -> {}))
                    .isInstanceOfSatisfying(
                            ChatException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.CANCELLED));
        }
    }

    @Test
    void countsNoCancelledCallAsAFailure() {
        GuardedChat chat = guarded(ScriptedChat.failing(Trouble.CANCELLED));
        assertThatThrownBy(() -> chat.ask(PROMPT, Duration.ofSeconds(20), part -> {}))
                .isInstanceOf(ChatException.class);
        assertThat(chat.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private GuardedChat guarded(ScriptedChat chat) {
        return new GuardedChat(chat, breaker, new Semaphore(1), new Spend(database, Clock.systemUTC()), 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
