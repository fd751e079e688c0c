package io.outrider.orchestrator.agent;

import java.time.Duration;

/** What a call came to after all its attempts. */
public sealed interface Reply<R> {

    record Answer<R>(R message) implements Reply<R> {}

    /**
     * The service is down, full or out of time; it may answer later.
     *
     * @param code the reason of its error, or its status
     * @param down nobody answered at all, rather than somebody with an error
     * @param retryAfter the least pause the service asked for; zero where it asked for none
     */
    record NoAnswer<R>(String code, String reason, boolean down, Duration retryAfter) implements Reply<R> {}

    /** The service answered that it will not, and would answer so again. */
    record Failed<R>(String code, String reason) implements Reply<R> {}
}
