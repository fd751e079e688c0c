package io.outrider.review.trust;

import io.outrider.kit.id.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Draws the sample of what would pass alone. Three strata by confidence above the threshold: the least sure third is looked at
 * twice as often as the surest. Anybody can draw it again: from a hash of the proposal's name, not from a random number.
 */
public final class Strata {

    private static final double TWO_TO_53 = 0x1p53;
    private static final double[] WEIGHTS = {4 / 3.0, 1, 2 / 3.0};

    private Strata() {}

    /**
     * @param rate 0 to 1, the mean over the strata
     * @param confidence,threshold 0 to 1
     */
    public static boolean picks(String runId, String key, double rate, double confidence, double threshold) {
        return rate >= 1 || draw(runId, key) < rate * WEIGHTS[stratum(confidence, threshold)];
    }

    static int stratum(double confidence, double threshold) {
        var room = Math.max(1e-9, 1 - threshold);
        var place = (int) (WEIGHTS.length * (confidence - threshold) / room);
        return Math.clamp(place, 0, WEIGHTS.length - 1);
    }

    private static double draw(String runId, String key) {
        var hash = Sha256.digest(("autonomy\n" + runId + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) / TWO_TO_53;
    }
}
