package io.outrider.messaging.wire;

import io.outrider.messaging.ground.Support;

/** What carries a sentence, on the wire. */
final class Supports {

    private Supports() {}

    static io.outrider.type.v1.Support toWire(Support support) {
        return switch (support) {
            case CLAIM -> io.outrider.type.v1.Support.SUPPORT_CLAIM;
            case PROOF_POINT -> io.outrider.type.v1.Support.SUPPORT_PROOF_POINT;
            case OPINION -> io.outrider.type.v1.Support.SUPPORT_OPINION;
            case NONE -> io.outrider.type.v1.Support.SUPPORT_NONE;
        };
    }
}
