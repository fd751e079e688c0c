package io.outrider.kit.error;

import java.util.Map;

/** The contract names it and this version does not do it. Never answered with a made-up result. */
public final class NotBuilt extends Failure {

    public NotBuilt(String what, String why) {
        super(Kind.NOT_BUILT, "NOT_BUILT", what + " is not built yet: " + why, Map.of());
    }
}
