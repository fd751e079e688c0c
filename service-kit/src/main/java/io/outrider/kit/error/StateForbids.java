package io.outrider.kit.error;

import java.util.Map;

/** The thing is in a state that does not allow the call. Trying again helps only after the state has changed. */
public final class StateForbids extends Failure {

    public StateForbids(String reason, String message) {
        super(Kind.STATE, reason, message, Map.of());
    }
}
