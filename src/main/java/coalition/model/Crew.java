package coalition.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Shares the tasks of a call among the calling thread and the cores that no other call uses: small matrices are multiplied sooner
 * side by side than each by several threads. Safe for several threads.
 */
final class Crew {
    private final Semaphore idle;

    /** @param cores all there are, 1 or more; with 1 the calling thread does everything */
    Crew(int cores) {
        idle = new Semaphore(cores - 1);
    }

    /**
     * Does the tasks 0 to {@code count} - 1, in any order, and returns when all are done.
     *
     * @throws RuntimeException what a task threw; those not yet begun are then left out
     */
    void run(int count, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        Queue<RuntimeException> failed = new ConcurrentLinkedQueue<>();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < count && failed.isEmpty(); i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException e) {
                    failed.add(e);
                }
            }
        };
        List<Thread> helpers = new ArrayList<>();
        while (helpers.size() < count - 1 && idle.tryAcquire()) {
            helpers.add(
                    Thread.ofPlatform().daemon().name("read-" + helpers.size()).start(() -> {
                        try {
                            share.run();
                        } finally {
                            idle.release();
                        }
                    }));
        }
        share.run();
        helpers.forEach(Crew::await);
        if (!failed.isEmpty()) {
            throw failed.remove();
        }
    }

    /** Waits whatever happens, since the task uses the caller's memory; an interrupt is told to whoever asks next. */
    private static void await(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
