package io.outrider.review.audit;

import io.outrider.kit.id.Sha256;
import java.nio.ByteBuffer;

/** One stored event: an entry, its place, and the hashes that hold it there. */
public record Link(long number, Entry entry, byte[] previousHash, byte[] hash) {

    /** What the first link of a chain holds on to. */
    public static final byte[] ROOT = new byte[32];

    /** As the database function {@code audit_append} makes it. */
    public static byte[] hashOf(byte[] previous, long number, byte[] content) {
        return Sha256.digest(ByteBuffer.allocate(previous.length + Long.BYTES + content.length)
                .put(previous)
                .putLong(number)
                .put(content)
                .array());
    }
}
