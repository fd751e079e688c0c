package io.outrider.orchestrator.run.store;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunFailure;
import io.outrider.orchestrator.v1.RunStep;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a run is a dead letter, in columns of the run. Its words are the run's reason. */
final class Failures {

    private Failures() {}

    static String step(Run run) {
        return run.hasFailure() ? RunColumns.bare(run.getFailure().getStep()) : "";
    }

    static @Nullable Instant time(Run run) {
        return run.hasFailure() ? Timestamps.toInstant(run.getFailure().getTime()) : null;
    }

    static void read(Row row, Run.Builder run) {
        var code = row.getString("failure_code");
        if (!code.isEmpty()) {
            run.setFailure(RunFailure.newBuilder()
                    .setStep(RunStep.valueOf("RUN_STEP_" + row.getString("failure_step")))
                    .setCode(code)
                    .setMessage(row.getString("reason"))
                    .setAttempts(row.getInteger("failure_attempts"))
                    .setTime(Timestamps.toWire(Objects.requireNonNull(RunColumns.instant(row, "failure_time")))));
        }
    }
}
