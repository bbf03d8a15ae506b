package coalition.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void doesEachTaskOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        new Crew(4).run(1000, done::incrementAndGet);
        for (int i = 0; i < done.length(); i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void doesTwoTasksAtOnceOnTwoCores() {
        CountDownLatch both = new CountDownLatch(2);
        new Crew(2).run(2, i -> meet(both));
        assertThat(both.getCount()).isZero();
    }

    @Test
    void staysOnTheCallersThreadWhereThereIsOneCore() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        new Crew(1).run(5, i -> seen.add(Thread.currentThread()));
        assertThat(seen).containsExactly(Thread.currentThread());
    }

    @Test
    void throwsWhatATaskThrewAndGivesTheCoresBack() {
        Crew crew = new Crew(2);
        assertThatThrownBy(() -> crew.run(3, i -> {
                    throw new ModelException("task " + i);
                }))
                .isInstanceOf(ModelException.class);
        CountDownLatch both = new CountDownLatch(2);
        crew.run(2, i -> meet(both));
        assertThat(both.getCount()).isZero();
    }

    @Test
    void finishesThoughTheCallerIsInterruptedAndSaysSo() {
        AtomicIntegerArray done = new AtomicIntegerArray(8);
        Thread.currentThread().interrupt();
        new Crew(2).run(8, done::incrementAndGet);
        assertThat(Thread.interrupted()).isTrue();
        for (int i = 0; i < done.length(); i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    /** Ends only when another task has come here too. */
    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
