package io.outrider.kit.error;

import java.util.Map;

/** The thing changed since the caller read it. Read again, then decide again. */
public final class Stale extends Failure {

    public Stale(String message) {
        super(Kind.STALE, "STALE_VERSION", message, Map.of());
    }
}
