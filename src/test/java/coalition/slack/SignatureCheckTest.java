package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureCheckTest {
    private final SignatureCheck check = new SignatureCheck(Bench.SECRET, Samples.CLOCK);
    private final byte[] body = "payload=%7B%7D".getBytes(StandardCharsets.UTF_8);
    private final long now = Samples.NOW.getEpochSecond();

    @ParameterizedTest
    @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false", "31536000, false", "-31536000, false"
    })
    void allowsWithinFiveMinutesOnEitherSide(long seconds, boolean allowed) {
        String at = Long.toString(now + seconds);
        assertThat(check.allows(at, check.sign(at, body), body)).isEqualTo(allowed);
    }

    @Test
    void knowsSlacksOwnExample() {
        String example = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assertThat(check.sign("1531420618", example.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void refusesWhatIsNotExactlyTheSignature() {
        String at = Long.toString(now);
        String good = check.sign(at, body);
        assertThat(check.allows(at, good.toUpperCase(Locale.ROOT), body)).isFalse();
        assertThat(check.allows(at, "v1" + good.substring(2), body)).isFalse();
        assertThat(check.allows(at, good.substring(0, good.length() - 1), body)).isFalse();
        assertThat(check.allows(at, "", body)).isFalse();
        assertThat(check.allows("", good, body)).isFalse();
        assertThat(check.allows("now", good, body)).isFalse();
        assertThat(check.allows(at, good, "payload={}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        byte[] flipped = body.clone();
        flipped[3] ^= 1;
        assertThat(check.allows(at, good, flipped)).isFalse();
    }

    @Test
    void refusesAnEmptySecret() {
        assertThatThrownBy(() -> new SignatureCheck(" ", Samples.CLOCK)).isInstanceOf(IllegalArgumentException.class);
    }
}
