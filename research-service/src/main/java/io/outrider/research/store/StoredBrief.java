package io.outrider.research.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.research.brief.Brief;
import io.outrider.research.wire.BriefFromWire;

/** A brief as it stands in its row. */
final class StoredBrief {

    private StoredBrief() {}

    static Brief read(byte[] document) {
        try {
            return BriefFromWire.toDomain(io.outrider.type.v1.Brief.parseFrom(document));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored brief cannot be read", e);
        }
    }
}
