package io.outrider.orchestrator.step;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.orchestrator.connector.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Times the calls to the outside, by action type and by what came of them. */
@ApplicationScoped
class EffectMeters {

    private static final String EFFECTS = "outrider.effects";

    private final MeterRegistry meters;

    EffectMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param since {@link System#nanoTime} at the call */
    void came(String actionType, Outcome outcome, long since) {
        meters.timer(EFFECTS, "action_type", actionType, "outcome", word(outcome))
                .record(Duration.ofNanos(System.nanoTime() - since));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done ignored -> "done";
            case Outcome.Already ignored -> "already";
            case Outcome.Refused ignored -> "refused";
            case Outcome.Busy ignored -> "busy";
            case Outcome.Unknown ignored -> "unknown";
        };
    }
}
