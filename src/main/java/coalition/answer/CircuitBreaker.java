package coalition.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps away from what keeps failing: opens after a number of failures in a row, lets one call through after a rest, and closes
 * when that one succeeds. Safe for several threads.
 */
final class CircuitBreaker {
    private final int threshold;
    private final Duration rest;
    private final Clock clock;
    private int failures;
    private Instant restUntil = Instant.MIN;
    private boolean probing;

    /** The state as people may see it. */
    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /**
     * @param threshold failures in a row that open it, 1 or more
     * @param rest how long it stays open
     */
    CircuitBreaker(int threshold, Duration rest, Clock clock) {
        this.threshold = threshold;
        this.rest = rest;
        this.clock = clock;
    }

    /** Whether a call may go now; each true is followed by one of the other three methods. */
    synchronized boolean enter() {
        State state = state();
        if (state == State.OPEN || (state == State.HALF_OPEN && probing)) {
            return false;
        }
        probing = state == State.HALF_OPEN;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        probing = false;
        restUntil = Instant.MIN;
    }

    synchronized void failed() {
        failures++;
        probing = false;
        if (failures >= threshold) {
            restUntil = clock.instant().plus(rest);
        }
    }

    /** The call ended for a reason that says nothing of the other side. */
    synchronized void withdrawn() {
        probing = false;
    }

    synchronized State state() {
        if (failures < threshold) {
            return State.CLOSED;
        }
        return clock.instant().isBefore(restUntil) ? State.OPEN : State.HALF_OPEN;
    }
}
