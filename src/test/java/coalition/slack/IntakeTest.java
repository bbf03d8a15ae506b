package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.storage.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> signed = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile Instant now = Instant.EPOCH;
    private volatile boolean full;
    private volatile boolean hangs;
    private final InstantSource time = () -> now;
    private final Intake intake = new Intake(
            this::store, i -> taken.add(i.id()), i -> told.add(i.id()), i -> signed.add(i.id()), new MovedClock(time));

    private static final class MovedClock extends Clock {
        private final InstantSource time;

        MovedClock(InstantSource time) {
            this.time = time;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.instant();
        }
    }

    private boolean store(Inquiry inquiry) {
        tried.add(inquiry.id());
        if (hangs) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (full) {
            throw new StorageException("no room");
        }
        return true;
    }

    private static Inquiry inquiry(String id) {
        return new Inquiry(id, Inquiry.Kind.MENTION, "T1", "C1", id, id, "U1", "who?", "", false, false, 0);
    }

    private void refuse(String id) {
        assertThatThrownBy(() -> intake.accept(inquiry(id))).isInstanceOf(StorageException.class);
    }

    @AfterEach
    void close() {
        gate.countDown();
        intake.close();
    }

    @Test
    void leavesAStoreInPeaceThatJustFailedAndTellsEverybody() {
        full = true;
        refuse("a");
        full = false;
        refuse("b");
        assertThat(tried).containsExactly("a");
        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void triesAgainAMomentLater() {
        full = true;
        refuse("a");
        full = false;
        now = now.plusSeconds(1);
        intake.accept(inquiry("b"));
        assertThat(taken).containsExactly("b");
    }

    @Test
    void saysNothingWhileClosing() {
        intake.close();
        refuse("a");
        assertThat(told).isEmpty();
        assertThat(signed).isEmpty();
    }

    @Test
    void givesASignWithoutWaitingForAStoreThatTakesLong() {
        hangs = true;
        refuse("a");
        refuse("b");
        assertThat(signed).containsExactly("a", "b");
        assertThat(told).isEmpty();
        assertThat(tried).containsExactly("a");
    }
}
