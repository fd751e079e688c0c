package io.outrider.orchestrator.rest;

import io.outrider.kit.error.Exhausted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** How often one workspace may call one replica. */
@ApplicationScoped
class CallLimit {

    private final Pace pace;

    CallLimit(RestConfig config, Clock clock) {
        this.pace = new Pace(config.callsPerSecond(), config.burst(), clock);
    }

    /** @throws Exhausted where the workspace must wait */
    void check(String workspace) {
        var wait = pace.ask(workspace);
        if (!wait.isZero()) {
            throw new Exhausted("TOO_MANY_CALLS", "This workspace calls too often; try again later", wait);
        }
    }
}
