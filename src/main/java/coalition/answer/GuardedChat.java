package coalition.answer;

import coalition.model.Chat;
import coalition.model.ChatException;
import coalition.model.ChatException.Trouble;
import coalition.model.Price;
import coalition.model.Prompt;
import coalition.model.Reply;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A chat model that is asked only while it works, while fewer than a number of calls are out, and while the day's money lasts;
 * each call is written down. Safe for several threads.
 */
final class GuardedChat implements Chat {
    private static final Set<Trouble> NOT_ITS_FAULT = Set.of(Trouble.BUSY, Trouble.CANCELLED, Trouble.MISUNDERSTOOD);

    private final Chat chat;
    private final CircuitBreaker breaker;
    private final Semaphore places;
    private final Spend spend;
    private final double dailyCap;

    /**
     * @param places shared by all models
     * @param dailyCap what all models may cost a day; 0: no limit
     */
    GuardedChat(Chat chat, CircuitBreaker breaker, Semaphore places, Spend spend, double dailyCap) {
        this.chat = chat;
        this.breaker = breaker;
        this.places = places;
        this.spend = spend;
        this.dailyCap = dailyCap;
    }

    @Override
    public String name() {
        return chat.name();
    }

    @Override
    public Price price() {
        return chat.price();
    }

    @Override
    public boolean structured() {
        return chat.structured();
    }

    CircuitBreaker.State state() {
        return breaker.state();
    }

    @Override
    public Reply ask(Prompt prompt, Duration within, Consumer<String> parts) {
        if (dailyCap > 0 && spend.today() >= dailyCap) {
            throw new ChatException(name(), Trouble.CAPPED, "");
        }
        long start = System.nanoTime();
        if (!place(within.dividedBy(2))) {
            throw new ChatException(name(), Trouble.BUSY, "");
        }
        try {
            if (!breaker.enter()) {
                throw new ChatException(name(), Trouble.RESTING, "");
            }
            return counted(prompt, within.minusNanos(System.nanoTime() - start), parts);
        } finally {
            places.release();
        }
    }

    private Reply counted(Prompt prompt, Duration within, Consumer<String> parts) {
        boolean told = false;
        try {
            Reply reply = chat.ask(prompt, within, parts);
            breaker.succeeded();
            told = true;
            spend.add(
                    name(),
                    reply.inputTokens(),
                    reply.outputTokens(),
                    price().of(reply.inputTokens(), reply.outputTokens()));
            return reply;
        } catch (ChatException e) {
            if (!NOT_ITS_FAULT.contains(e.trouble())) {
                breaker.failed();
                told = true;
            }
            throw e;
        } finally {
            if (!told) {
                breaker.withdrawn();
            }
        }
    }

    private boolean place(Duration within) {
        try {
            return places.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(name(), Trouble.CANCELLED, "");
        }
    }
}
