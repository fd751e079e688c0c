package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.Stale;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.error.Unavailable;
import io.outrider.orchestrator.connector.Connectors;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Undoing;
import io.outrider.orchestrator.effect.GrantStatuses;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.review.v1.GrantStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;

/** What can be taken back, by which connector, and whether it may be now. */
@ApplicationScoped
class Undoings {

    private static final String MARK =
            "update effect set state = 'UNDOING', undo_time = $3 where workspace_id = $1 and id = $2";
    private static final String UNMARK =
            "update effect set state = 'DONE' where workspace_id = $1 and id = $2 and state = 'UNDOING'";

    private final Connectors connectors;
    private final GrantStatuses statuses;

    Undoings(Connectors connectors, GrantStatuses statuses) {
        this.connectors = connectors;
        this.statuses = statuses;
    }

    static Future<Void> mark(SqlClient client, RunKey run, String effectId, Instant now) {
        return client.preparedQuery(MARK)
                .execute(Tuple.of(run.workspace(), effectId, Unnest.utc(now)))
                .mapEmpty();
    }

    static Future<Void> unmark(SqlClient client, RunKey run, String effectId) {
        return client.preparedQuery(UNMARK)
                .execute(Tuple.of(run.workspace(), effectId))
                .mapEmpty();
    }

    /** @param givenUp whoever began before that is dead */
    void check(EffectRows.Found found, Instant givenUp) {
        var begun = found.undoTime();
        if (found.state().equals("UNDOING")) {
            if (begun != null && begun.isAfter(givenUp)) {
                throw new Stale("The effect is being taken back at this moment: try again");
            }
        } else if (!found.effect().getUndoable()) {
            throw new StateForbids("NOT_UNDOABLE", "The effect did not happen, or nothing is known of what was before");
        }
        connector(found);
    }

    Undoing.Undone undo(RunKey run, EffectRows.Found found) {
        notStopped(run, found.effect().getGrantId());
        var undone = connector(found).undo(found.beforeImage(), "outrider-undo-" + found.id());
        return switch (undone.outcome()) {
            case Outcome.Done ignored -> undone;
            case Outcome.Already(String id, String detail) -> throw new StateForbids("NOT_UNDOABLE", detail);
            case Outcome.Refused(String reason) -> throw new StateForbids("NOT_UNDOABLE", reason);
            case Outcome.Busy(Duration after, String reason) -> throw new Unavailable("PROVIDER_BUSY", reason, after);
            case Outcome.Unknown(String reason) ->
                throw new Unavailable("PROVIDER_SILENT", reason + ": undo it again", Duration.ofSeconds(5));
        };
    }

    /** The grant has been used and may have run out since; the kill switch stops what is done because of it all the same. */
    private void notStopped(RunKey run, String grantId) {
        try {
            if (statuses.of(run.workspace(), grantId).join() == GrantStatus.GRANT_STATUS_KILL_SWITCH) {
                throw new StateForbids("KILL_SWITCH", "The kill switch is set: nothing is written outside");
            }
        } catch (CompletionException e) {
            throw new Unavailable(
                    "GATE_SILENT", "The gate does not say whether the kill switch is set", Duration.ofSeconds(5));
        }
    }

    private Undoing connector(EffectRows.Found found) {
        var type = found.effect().getActionType();
        if (connectors.forAction(type).orElse(null) instanceof Undoing undoing) {
            return undoing;
        }
        throw new StateForbids("NOT_UNDOABLE", type + " cannot be taken back");
    }
}
