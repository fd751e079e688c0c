package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.v1.TimelineEntry;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What is told of a run, for its timeline. */
final class Told {

    private Told() {}

    static TimelineEntry of(
            Instant now, RunStep step, String event, String detail, UnaryOperator<TimelineEntry.Builder> grounds) {
        var entry = TimelineEntry.newBuilder()
                .setTime(Timestamps.toWire(now))
                .setStepValue(step.ordinal() + 1)
                .setEvent(event)
                .setDetail(detail);
        return grounds.apply(entry).build();
    }
}
