package io.outrider.orchestrator.connector;

import jakarta.enterprise.context.ApplicationScoped;

/** The machine's own. They go on while the process is stopped. */
@ApplicationScoped
class MachineTicks implements Ticks {

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
