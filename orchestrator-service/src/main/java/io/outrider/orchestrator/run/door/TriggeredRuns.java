package io.outrider.orchestrator.run.door;

import io.outrider.kit.error.Failure;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs that nobody asked for by hand. */
@ApplicationScoped
public class TriggeredRuns {

    /** What became of it. */
    public sealed interface Result {

        record Started(String runId) implements Result {}

        /** The account has an active run. */
        record AlreadyActive(String runId) implements Result {}

        record Refused(String why) implements Result {}
    }

    private final StartRuns starts;

    TriggeredRuns(StartRuns starts) {
        this.starts = starts;
    }

    /**
     * Idempotent on the request's id. Nobody waits for such a run: it stands with the batches.
     *
     * @param caller names the trigger
     */
    public Uni<Result> start(Caller caller, StartRunRequest request, String firingId, Hold hold) {
        return starts.one(caller, request, Origin.fired(firingId, hold))
                .<Result>map(started -> started.getAlreadyActive()
                        ? new Result.AlreadyActive(started.getRun().getId())
                        : new Result.Started(started.getRun().getId()))
                .onFailure(TriggeredRuns::lasting)
                .recoverWithItem(failure -> new Result.Refused(String.valueOf(failure.getMessage())));
    }

    /** It would be refused again. */
    private static boolean lasting(Throwable thrown) {
        return thrown instanceof Failure failure
                && switch (failure.kind()) {
                    case INVALID, NOT_FOUND, STATE -> true;
                    default -> false;
                };
    }
}
