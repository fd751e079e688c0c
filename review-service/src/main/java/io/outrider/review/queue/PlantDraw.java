package io.outrider.review.queue;

import io.outrider.kit.id.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Draws what is planted beside, and what is copied, so that anybody can draw it again: from hashes, not from a random number. */
final class PlantDraw {

    private static final double TWO_TO_53 = 0x1p53;

    private PlantDraw() {}

    /**
     * Whether something is planted beside this proposal.
     *
     * @param rate of what people see, 0 to below 1
     */
    static boolean picks(Origin origin, double rate) {
        var draw = (ByteBuffer.wrap(hash(origin, "")).getLong() >>> 11) / TWO_TO_53;
        return draw < rate / (1 - rate);
    }

    /** In an order that is this proposal's own. */
    static List<Planting.Original> shuffled(Origin origin, List<Planting.Original> originals) {
        return originals.stream()
                .sorted(Comparator.comparing(original -> ByteBuffer.wrap(hash(origin, original.id()))))
                .toList();
    }

    /** The run that a copy seems to come from: looks like any other and is none. */
    static String runId(Origin like, String originalId) {
        var digits = Sha256.hex(hash(like, "run\n" + originalId));
        var time = like.runId().matches("run_[0-9a-f]{32}") ? like.runId().substring(4, 15) : digits.substring(32, 43);
        return "run_%s%s7%s8%s"
                .formatted(time, digits.substring(0, 1), digits.substring(1, 4), digits.substring(4, 19));
    }

    private static byte[] hash(Origin origin, String what) {
        return Sha256.digest(
                ("plant\n" + origin.runId() + "\n" + origin.key() + "\n" + what).getBytes(StandardCharsets.UTF_8));
    }
}
