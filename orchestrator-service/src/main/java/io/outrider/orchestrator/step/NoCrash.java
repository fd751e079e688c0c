package io.outrider.orchestrator.step;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Life. */
@ApplicationScoped
@DefaultBean
class NoCrash implements CrashPoint {

    @Override
    public void pass(String runId, Place place) {
        // Nobody dies here.
    }
}
