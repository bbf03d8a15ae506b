package coalition.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request comes from Slack: HMAC-SHA256 over {@code v0:timestamp:body} with the app's signing secret, compared in
 * constant time, the time stamp within five minutes of now on either side (docs.slack.dev, "Verifying requests from Slack").
 */
final class SignatureCheck {
    private static final long TOLERANCE = 300;

    private final byte[] secret;
    private final Clock clock;

    SignatureCheck(String secret, Clock clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("a signing secret is blank");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Whether these headers belong to this body, and to now. */
    boolean allows(String timestamp, String signature, byte[] body) {
        if (!timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE) {
            return false;
        }
        return MessageDigest.isEqual(
                sign(timestamp, body).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of a body at a time. */
    String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
