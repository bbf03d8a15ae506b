package coalition.slack;

import coalition.answer.Progress;
import coalition.conversation.ThreadId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the ledger keeps: a bounded queue, a few workers, questions of one thread one after the other. What does not fit
 * waits in the database. Safe for several threads.
 */
final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 20;

    private final SlackSettings settings;
    private final SlackLedger ledger;
    private final Respondent respondent;
    private final Delivery delivery;
    private final SlackSender sender;
    private final Waits waits;
    private final Signals signals;
    private final BlockingQueue<Inquiry> queue;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> resumed = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Map<ThreadId, Deque<Inquiry>> threads = new HashMap<>();
    private final Map<ThreadId, Inquiry> current = new ConcurrentHashMap<>();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final List<Thread> workers = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().name("slack-timer").daemon().unstarted(work));
    private volatile boolean open = true;

    Desk(
            SlackSettings settings,
            SlackLedger ledger,
            Respondent respondent,
            Delivery delivery,
            SlackSender sender,
            Waits waits,
            Signals signals) {
        this.settings = settings;
        this.ledger = ledger;
        this.respondent = respondent;
        this.delivery = delivery;
        this.sender = sender;
        this.waits = waits;
        this.signals = signals;
        this.queue = new ArrayBlockingQueue<>(settings.waiting());
    }

    /** Starts the workers, and with what was left open. */
    void start() {
        for (int i = 0; i < settings.workers(); i++) {
            workers.add(Thread.ofPlatform().name("slack-worker-" + i).daemon().start(this::work));
        }
        var unused = timer.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes a question that the ledger has accepted. Returns at once. */
    void take(Inquiry inquiry) {
        if (!open || !held.add(inquiry.id())) {
            return;
        }
        signals.heard(inquiry);
        waits.open(inquiry);
        if (queue.offer(inquiry)) {
            later(() -> waits.showReading(inquiry));
        } else {
            Message busy = Notices.busy(Frame.of(inquiry, 0));
            if (inquiry.isPrivate()) {
                var unused = sender.respond(inquiry.responseUrl(), busy, false);
            } else {
                waits.show(inquiry, busy);
            }
            held.remove(inquiry.id());
        }
    }

    private void later(Runnable work) {
        try {
            var unused = timer.schedule(work, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closing: no placeholder");
        }
    }

    private void sweep() {
        try {
            if (!open || queue.remainingCapacity() == 0) {
                return;
            }
            for (SlackLedger.Entry entry : ledger.open(settings.waiting() + held.size())) {
                Inquiry inquiry = entry.inquiry();
                if (!held.add(inquiry.id())) {
                    continue;
                }
                resumed.add(inquiry.id());
                if (!queue.offer(inquiry)) {
                    held.remove(inquiry.id());
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("cannot look for open questions: {}", e.getMessage());
        }
    }

    private void work() {
        while (open) {
            try {
                Inquiry inquiry = queue.poll(200, TimeUnit.MILLISECONDS);
                if (inquiry != null && claim(inquiry)) {
                    inTurn(inquiry);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                LOG.error("a worker stumbled and goes on", e);
            }
        }
    }

    private boolean claim(Inquiry inquiry) {
        synchronized (threads) {
            Deque<Inquiry> behind = threads.get(inquiry.threadId());
            if (behind != null) {
                behind.add(inquiry);
                return false;
            }
            threads.put(inquiry.threadId(), new ArrayDeque<>());
            return true;
        }
    }

    private void inTurn(Inquiry first) {
        Inquiry inquiry = first;
        while (inquiry != null) {
            try {
                current.put(inquiry.threadId(), inquiry);
                answer(inquiry);
            } catch (Throwable e) {
                LOG.error("cannot work on {}: {}", inquiry.id(), e.getMessage());
                tell(inquiry, e);
                settled.remove(inquiry.id());
                held.remove(inquiry.id());
            } finally {
                current.remove(inquiry.threadId());
                cancelled.remove(inquiry.id());
            }
            synchronized (threads) {
                Deque<Inquiry> behind = threads.get(first.threadId());
                inquiry = behind == null || !open ? null : behind.poll();
                if (inquiry == null) {
                    threads.remove(first.threadId());
                }
            }
        }
    }

    private void answer(Inquiry inquiry) {
        Optional<SlackLedger.Entry> before = ledger.find(inquiry.id());
        if (before.isEmpty() || before.get().state().compareTo(SlackLedger.State.ANSWERED) >= 0) {
            resumed.remove(inquiry.id());
            held.remove(inquiry.id());
            return;
        }
        // not before it is sure that it has no answer, or a wait of its first time might be shown below its answer
        waits.open(inquiry);
        int attempt = ledger.begin(inquiry.id());
        boolean again = resumed.remove(inquiry.id()) || attempt > 1;
        if (again && before.get().reply().isEmpty() && standsAlready(inquiry)) {
            held.remove(inquiry.id());
            return;
        }
        // what was begun before may stand already: it is finished, it does not grow anew
        Reply reply = attempt > MOST_ATTEMPTS
                ? Reply.toAsker(Notices.fault(
                        Frame.of(inquiry, 1),
                        "I tried to answer this " + MOST_ATTEMPTS + " times and broke off each time. Please ask it in"
                                + " other words, and tell the owner."))
                : respondent.reply(inquiry, again ? Progress.none() : waits.progress(inquiry));
        if (!cancelled.remove(inquiry.id()) && settled.add(inquiry.id())) {
            deliver(inquiry, reply);
        }
    }

    private void deliver(Inquiry inquiry, Reply reply) {
        var unused = delivery.deliver(inquiry, reply).thenAccept(delivered -> {
            signals.finished(inquiry);
            told.remove(inquiry.id());
            settled.remove(inquiry.id());
            held.remove(inquiry.id());
        });
    }

    /** Answers the question that this thread waits for with a line that says so, and throws its answer away. */
    void cancel(ThreadId thread) {
        Inquiry inquiry = current.get(thread);
        if (inquiry != null && settled.add(inquiry.id())) {
            cancelled.add(inquiry.id());
            deliver(inquiry, Reply.notice(Notices.cancelled(Frame.of(inquiry, 1))));
        }
    }

    /** Does something small beside the questions. */
    void aside(Runnable work) {
        try {
            timer.execute(() -> {
                try {
                    work.run();
                } catch (Throwable e) {
                    LOG.warn("cannot do something beside the questions: {}", e.toString());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("closing: nothing beside the questions");
        }
    }

    private boolean standsAlready(Inquiry inquiry) {
        Optional<SlackSender.Found> found = delivery.look(inquiry);
        if (found.isEmpty()) {
            later(() -> waits.showReading(inquiry));
            return false;
        }
        if (found.get().version() > 0) {
            ledger.answered(inquiry.id(), found.get().ts());
            return true;
        }
        ledger.placeholder(inquiry.id(), found.get().ts());
        return false;
    }

    private void tell(Inquiry inquiry, Throwable fault) {
        if (told.size() < 10_000 && told.add(inquiry.id())) {
            waits.show(
                    inquiry,
                    Notices.fault(
                            Frame.of(inquiry, 0),
                            "I cannot work on this just now: " + fault.getMessage()
                                    + ". I keep your question and answer it here as soon as I can."));
        }
    }

    /** Does something again and again, beginning soon. */
    void every(Duration pause, Runnable work) {
        var unused = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (Throwable e) {
                        LOG.warn("cannot do what is due: {}", e.toString());
                    }
                },
                1_000,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Takes nothing new; waits this long for what is in hand. The rest stays open in the ledger. */
    void close(Duration patience) {
        open = false;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.shutdown();
        long end = System.nanoTime() + patience.toNanos();
        for (Thread worker : workers) {
            try {
                worker.join(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
