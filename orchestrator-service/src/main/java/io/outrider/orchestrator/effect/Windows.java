package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.connector.Deadline;
import io.outrider.orchestrator.connector.Ticks;
import io.outrider.orchestrator.connector.Window;
import io.outrider.orchestrator.run.RunConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Opens the window in which a claim may be acted on: half of the time after which others take the run over. Deadlines are
 * measured by the same clock.
 */
@ApplicationScoped
public class Windows {

    private static final int HEARTBEATS = 2;

    private final Ticks ticks;
    private final Duration length;

    Windows(Ticks ticks, RunConfig config) {
        this.ticks = ticks;
        this.length = config.heartbeat().multipliedBy(HEARTBEATS);
    }

    public Window open() {
        return Window.open(ticks, length);
    }

    /** Of what begins now. */
    public Deadline deadline(Duration time) {
        return Deadline.of(ticks, time);
    }

    public Duration length() {
        return length;
    }
}
