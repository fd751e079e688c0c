package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.StateForbids;
import io.outrider.kit.error.Unavailable;
import io.outrider.orchestrator.connector.Connectors;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Undoing;
import io.outrider.orchestrator.effect.door.Amendments.Act;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.UndoEffectResponse;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Use case: take an effect back. The provider is asked between two transactions; asking it twice does no harm, since only
 * fields that still hold what the effect wrote are put back. Blocks: call it on a virtual thread.
 */
@ApplicationScoped
class UndoEffect {

    private final Pool pool;
    private final Connectors connectors;
    private final RunChanges changes;
    private final Clock clock;

    UndoEffect(Pool pool, Connectors connectors, RunChanges changes, Clock clock) {
        this.pool = pool;
        this.connectors = connectors;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param why who wants it, and what for */
    record Wish(Asked asked, RunKey run, String actionKey, String why) {}

    UndoEffectResponse run(Wish wish) {
        var used = join(Requests.used(pool, wish.asked()));
        var found = join(EffectRows.one(pool, wish.run(), wish.actionKey()));
        if (used || found.state().equals("UNDONE")) {
            return UndoEffectResponse.newBuilder().setEffect(found.effect()).build();
        }
        var undone = undo(found);
        join(pool.withTransaction(connection -> Amendments.lock(connection, wish.run())
                .compose(standing -> Amendments.settle(
                        connection,
                        wish.run(),
                        found.id(),
                        "UNDONE",
                        new Act(wish.actionKey(), "UNDONE", wish.why()),
                        clock.instant()))
                .compose(done -> Amendments.tell(
                        connection,
                        wish.run(),
                        "undone",
                        wish.actionKey() + " " + wish.why() + told(undone),
                        clock.instant()))
                .compose(done ->
                        Requests.remember(connection, wish.asked(), wish.run().id(), clock.instant()))
                .map(done -> true)));
        changes.changed(wish.run());
        return UndoEffectResponse.newBuilder()
                .setEffect(
                        join(EffectRows.one(pool, wish.run(), wish.actionKey())).effect())
                .addAllRestoredFields(undone.restored())
                .addAllKeptFields(undone.kept())
                .build();
    }

    private Undoing.Undone undo(EffectRows.Found found) {
        if (!found.effect().getUndoable()) {
            throw new StateForbids("NOT_UNDOABLE", "The effect did not happen, or nothing is known of what was before");
        }
        var connector = connectors.forAction(found.effect().getActionType()).orElse(null);
        if (!(connector instanceof Undoing undoing)) {
            throw new StateForbids("NOT_UNDOABLE", found.effect().getActionType() + " cannot be taken back");
        }
        var undone = undoing.undo(found.beforeImage(), "outrider-undo-" + found.id());
        return switch (undone.outcome()) {
            case Outcome.Done ignored -> undone;
            case Outcome.Refused(String reason) -> throw new StateForbids("NOT_UNDOABLE", reason);
            case Outcome.Busy(Duration after, String reason) -> throw new Unavailable("PROVIDER_BUSY", reason, after);
            case Outcome.Unknown(String reason) ->
                throw new Unavailable("PROVIDER_SILENT", reason + ": undo it again", Duration.ofSeconds(5));
        };
    }

    private static String told(Undoing.Undone undone) {
        return "; put back " + names(undone.restored())
                + (undone.kept().isEmpty() ? "" : ", changed since and kept " + names(undone.kept()));
    }

    private static String names(List<String> fields) {
        return fields.isEmpty() ? "nothing" : String.join(", ", fields);
    }

    private static <T> T join(Future<T> future) {
        return Objects.requireNonNull(Waiting.on(future));
    }
}
