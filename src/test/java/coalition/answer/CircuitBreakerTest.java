package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final Hands hands = new Hands();
    private final CircuitBreaker unit = new CircuitBreaker(5, Duration.ofSeconds(30), hands);

    @Test
    void opensAfterFiveFailures() {
        fail(5);
        assertThat(unit.enter()).isFalse();
    }

    @Test
    void staysClosedAfterFour() {
        fail(4);
        assertThat(unit.enter()).isTrue();
    }

    @Test
    void startsCountingAgainAfterASuccess() {
        fail(4);
        unit.succeeded();
        fail(4);
        assertThat(unit.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void letsOneCallProbeAfterTheRest() {
        fail(5);
        hands.now = hands.now.plusSeconds(30);
        assertThat(unit.enter()).isTrue();
        assertThat(unit.enter()).isFalse();
    }

    @Test
    void closesWhenTheProbeSucceeds() {
        fail(5);
        hands.now = hands.now.plusSeconds(30);
        unit.enter();
        unit.succeeded();
        assertThat(unit.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void opensAgainWhenTheProbeFails() {
        fail(5);
        hands.now = hands.now.plusSeconds(30);
        unit.enter();
        unit.failed();
        assertThat(unit.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void letsAnotherProbeAfterOneWasWithdrawn() {
        fail(5);
        hands.now = hands.now.plusSeconds(30);
        unit.enter();
        unit.withdrawn();
        assertThat(unit.enter()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            unit.enter();
            unit.failed();
        }
    }

    /** A clock that stands still until it is moved. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
