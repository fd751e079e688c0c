package io.outrider.kit.error;

import java.util.Map;

/**
 * Everything that stops a call for a reason its caller may know. Knows nothing of gRPC or HTTP; the doors map
 * {@link #kind()} to their own codes in one place. The message is sent to the caller: it never holds a secret, a prompt or
 * another person's data.
 */
public abstract class Failure extends RuntimeException {

    private final Kind kind;
    private final String reason;
    private final Map<String, String> metadata;

    protected Failure(Kind kind, String reason, String message, Map<String, String> metadata) {
        super(message, null, false, false);
        this.kind = kind;
        this.reason = reason;
        this.metadata = Map.copyOf(metadata);
    }

    public Kind kind() {
        return kind;
    }

    /** UPPER_SNAKE_CASE; stable, callers switch on it. */
    public String reason() {
        return reason;
    }

    /** Machine-readable particulars, for example the field's name. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** What a caller may do about a failure. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        DENIED,
        NOT_FOUND,
        EXISTS,
        STATE,
        STALE,
        EXHAUSTED,
        UNAVAILABLE,
        NOT_BUILT
    }
}
