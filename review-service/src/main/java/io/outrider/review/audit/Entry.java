package io.outrider.review.audit;

import io.outrider.kit.id.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that happened, before it has its place in the chain.
 *
 * @param time cut to microseconds, which is what the database keeps
 * @param kind a {@link Kind}; a stored one may be anything
 * @param itemId empty where it is about no item
 * @param detail JSON
 */
public record Entry(Instant time, String kind, String actor, String itemId, String detail) {

    public Entry {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /** SHA-256 over the workspace and every field, each with its length before it, so that no two entries read alike. */
    public byte[] content(String workspace) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
            for (var field : new String[] {workspace, kind, actor, itemId, detail}) {
                var utf8 = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.digest(bytes.toByteArray());
    }

    /** What can happen. */
    public enum Kind {
        PROPOSED,
        GRANTED,
        REFUSED,
        CLAIMED,
        DECIDED,
        RELEASED,
        UNDONE,
        EXPIRED,
        /** The run took the proposal back. */
        WITHDRAWN,
        /** A grant was taken back. */
        REVOKED,
        OUTCOME,
        POLICY_CHANGED,
        AUTONOMY_CHANGED,
        /** The newest decisions are not what the ones before them promised of an agent's confidence. */
        CALIBRATION_DRIFTED,
        /** A second person judged what one had decided, without knowing how. It changes nothing. */
        LOOKED_AGAIN,
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        /** A link that signs somebody in. */
        LINK_MADE
    }
}
