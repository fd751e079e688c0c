package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.v1.RunFailure;
import java.time.Instant;

/** Why a run is a dead letter, in words for whoever may take it up again. */
final class DeadLetter {

    private DeadLetter() {}

    /** @param attempts of the last leg */
    static RunFailure of(RunStep step, String code, String message, int attempts, Instant now) {
        return RunFailure.newBuilder()
                .setStepValue(step.ordinal() + 1)
                .setCode(code)
                .setMessage(message)
                .setAttempts(attempts)
                .setTime(Timestamps.toWire(now))
                .build();
    }
}
