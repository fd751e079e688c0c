package io.outrider.review.policy;

import io.outrider.kit.id.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Draws a sample that anybody can draw again: from a hash of the proposal's name, not from a random number. */
final class SpotCheck {

    private static final double TWO_TO_53 = 0x1p53;

    private SpotCheck() {}

    /** @param rate 0 to 1 */
    static boolean picks(String runId, String key, double rate) {
        var hash = Sha256.digest(("spot-check\n" + runId + "\n" + key).getBytes(StandardCharsets.UTF_8));
        var draw = (ByteBuffer.wrap(hash).getLong() >>> 11) / TWO_TO_53;
        return draw < rate;
    }
}
