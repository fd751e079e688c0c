package io.outrider.orchestrator.rest.agents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question that nobody waits for.
 *
 * @param body the JSON that was asked
 * @param callbackUrl null where the answer is fetched
 * @param attempts deliveries begun so far
 */
record AgentJob(
        AgentCall call,
        AgentKind agent,
        byte[] body,
        @Nullable String callbackUrl,
        Delivery delivery,
        int attempts,
        String deliveryReason,
        Instant created,
        @Nullable Instant ended) {

    enum Delivery {
        NONE,
        PENDING,
        DELIVERED,
        FAILED
    }

    /** The task's name in the queue. */
    String instance() {
        return call.workspace() + "/" + call.id();
    }
}
