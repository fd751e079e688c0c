package io.outrider.kit.grant;

import io.outrider.kit.error.Failure;
import java.util.Map;

/** The grant does not carry the action. Nothing may be done with it; a person must look. */
public final class GrantRejected extends Failure {

    private final Why why;

    GrantRejected(Why why, String message) {
        super(Kind.STATE, "GRANT_REJECTED", message, Map.of("why", why.name()));
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The first thing that does not hold. */
    public enum Why {
        /** Not a grant at all: truncated, another format, a claim missing. */
        MALFORMED,
        /** Not signed by the gate with a key that it publishes, or with another algorithm. */
        NOT_SIGNED_BY_THE_GATE,
        EXPIRED,
        OTHER_WORKSPACE,
        OTHER_ACTION,
        OTHER_RUN,
        OTHER_PAYLOAD
    }
}
