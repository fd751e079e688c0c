package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.Stale;
import io.outrider.orchestrator.connector.Undoing.Undone;
import io.outrider.orchestrator.effect.door.Amendments.Act;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.UndoEffectResponse;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Use case: take an effect back. The wish is written down before the provider is asked, so that one of those who want the
 * same asks it; who finds an old wish that nobody has fulfilled takes it over. Asking the provider twice does no harm: only
 * fields that still hold what the effect wrote are put back. Blocks: call it on a virtual thread.
 */
@ApplicationScoped
class UndoEffect {

    /** After this whoever had begun is dead: longer than any call may take. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(60);

    private final Pool pool;
    private final Undoings undoings;
    private final RunChanges changes;
    private final Clock clock;

    UndoEffect(Pool pool, Undoings undoings, RunChanges changes, Clock clock) {
        this.pool = pool;
        this.undoings = undoings;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param why who wants it, and what for */
    record Wish(Asked asked, RunKey run, String actionKey, String why) {}

    UndoEffectResponse run(Wish wish) {
        var used = join(Requests.used(pool, wish.asked()));
        var found = join(pool.withTransaction(connection -> used ? one(connection, wish) : begin(connection, wish)));
        if (!found.state().equals("UNDOING")) {
            return UndoEffectResponse.newBuilder().setEffect(found.effect()).build();
        }
        var undone = asked(wish, found);
        join(pool.withTransaction(connection -> end(connection, wish, found, undone)));
        changes.changed(wish.run());
        return UndoEffectResponse.newBuilder()
                .setEffect(
                        join(EffectRows.one(pool, wish.run(), wish.actionKey())).effect())
                .addAllRestoredFields(undone.restored())
                .addAllKeptFields(undone.kept())
                .build();
    }

    private static Future<EffectRows.Found> one(SqlConnection connection, Wish wish) {
        return EffectRows.one(connection, wish.run(), wish.actionKey()).map(found -> {
            if (found.state().equals("UNDOING")) {
                throw new Stale("The effect is being taken back at this moment: try again");
            }
            return found;
        });
    }

    /** Nobody moves the run, and nobody else takes the effect back. */
    private Future<EffectRows.Found> begin(SqlConnection connection, Wish wish) {
        return Amendments.lock(connection, wish.run())
                .compose(standing -> EffectRows.one(connection, wish.run(), wish.actionKey()))
                .compose(found -> {
                    if (found.state().equals("UNDONE")) {
                        return Future.succeededFuture(found);
                    }
                    undoings.check(found, clock.instant().minus(GIVEN_UP));
                    return Undoings.mark(connection, wish.run(), found.id(), clock.instant())
                            .compose(done -> EffectRows.one(connection, wish.run(), wish.actionKey()));
                });
    }

    private Undone asked(Wish wish, EffectRows.Found found) {
        try {
            return undoings.undo(wish.run(), found);
        } catch (RuntimeException e) {
            join(Undoings.unmark(pool, wish.run(), found.id()).map(done -> true));
            throw e;
        }
    }

    private Future<Boolean> end(SqlConnection connection, Wish wish, EffectRows.Found found, Undone undone) {
        var now = clock.instant();
        return Amendments.held(connection, wish.run())
                .compose(standing -> Amendments.settle(
                                connection,
                                wish.run(),
                                found.id(),
                                "UNDONE",
                                new Act(wish.actionKey(), "UNDONE", wish.why()),
                                now)
                        .compose(done -> standing.isMoving()
                                ? Future.succeededFuture()
                                : Amendments.tell(connection, wish.run(), "undone", told(wish, undone), now)))
                .compose(done ->
                        Requests.remember(connection, wish.asked(), wish.run().id(), now))
                .map(done -> true);
    }

    private static String told(Wish wish, Undone undone) {
        return wish.actionKey() + " " + wish.why() + "; put back " + names(undone.restored())
                + (undone.kept().isEmpty() ? "" : ", changed since and kept " + names(undone.kept()));
    }

    private static String names(List<String> fields) {
        return fields.isEmpty() ? "nothing" : String.join(", ", fields);
    }

    private static <T> T join(Future<T> future) {
        return Objects.requireNonNull(Waiting.on(future));
    }
}
