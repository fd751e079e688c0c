package io.outrider.orchestrator.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 256;
    private static final String VERSION = "v1,";

    private Signature() {}

    /**
     * @param timestamp seconds since 1970, as the header gives it
     * @param signatures one or more with blanks between, each "v1,..."
     * @return whether one of them is right and the time is near
     */
    static boolean holds(byte[] secret, String id, String timestamp, byte[] body, String signatures, Instant now) {
        if (id.isBlank() || id.length() > LONGEST_ID || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return false;
        }
        var expected = VERSION + Base64.getEncoder().encodeToString(mac(secret, id + "." + timestamp + ".", body));
        var right = false;
        for (var signature : signatures.split(" ", -1)) {
            right |= MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        }
        return right;
    }

    static byte[] mac(byte[] secret, String head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
