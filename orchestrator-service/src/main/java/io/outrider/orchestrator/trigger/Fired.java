package io.outrider.orchestrator.trigger;

import io.outrider.orchestrator.trigger.Ruling.Outcome;
import java.time.Instant;
import java.util.Map;

/**
 * One time that a rule held for an account.
 *
 * @param runId empty where there is none (yet)
 * @param inputs the values of the rule's variables
 */
record Fired(
        String workspace,
        String id,
        String triggerId,
        long libraryRevision,
        String domain,
        Outcome outcome,
        String runId,
        String rule,
        Map<String, String> inputs,
        String explanation,
        Instant time) {

    Fired {
        inputs = Map.copyOf(inputs);
    }

    Fired ended(Outcome as, String run, String why) {
        return new Fired(workspace, id, triggerId, libraryRevision, domain, as, run, rule, inputs, why, time);
    }
}
