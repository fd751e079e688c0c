package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Cost;
import java.time.Instant;

/** What is told of a run, for its timeline. */
final class Told {

    private Told() {}

    static TimelineEntry of(Instant now, RunStep step, String event, String detail, Cost cost, int attempt) {
        var entry = TimelineEntry.newBuilder()
                .setTime(Timestamps.toWire(now))
                .setStepValue(step.ordinal() + 1)
                .setEvent(event)
                .setDetail(detail)
                .setAttempt(attempt);
        if (!cost.equals(Cost.getDefaultInstance())) {
            entry.setCost(cost);
        }
        return entry.build();
    }
}
