package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.StateForbids;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.effect.Windows;
import io.outrider.orchestrator.effect.door.Amendments.Act;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.v1.Effect;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Use case: a person found out what became of an effect. Nothing is sent. */
@ApplicationScoped
class ResolveEffect {

    /** Mail takes longest: 20 s each to connect, to write and to be answered. */
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(60);

    private static final String FREE = "delete from effect_message where workspace_id = $1 and effect_id = $2";

    private final Pool pool;
    private final RunChanges changes;
    private final Clock clock;
    private final Duration longestCall;

    ResolveEffect(Pool pool, RunChanges changes, Clock clock, Windows windows) {
        this.longestCall = windows.length().plus(LONGEST_EXCHANGE);
        this.pool = pool;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param why who found out, and how */
    record Finding(Asked asked, RunKey run, String actionKey, boolean happened, String why) {}

    Future<Effect> run(Finding finding) {
        return pool.withTransaction(connection -> Requests.used(connection, finding.asked())
                        .compose(used -> used ? Future.succeededFuture() : resolve(connection, finding))
                        .compose(done -> EffectRows.one(connection, finding.run(), finding.actionKey())))
                .map(found -> Objects.requireNonNull(found).effect())
                .onComplete(done -> changes.changed(finding.run()));
    }

    private Future<Void> resolve(SqlConnection connection, Finding finding) {
        var run = finding.run();
        var now = clock.instant();
        return Amendments.lock(connection, run)
                .compose(standing -> EffectRows.one(connection, run, finding.actionKey())
                        .compose(found -> settle(connection, finding, found, now))
                        .compose(done -> RunEnd.after(connection, run, standing, finding.why(), now)))
                .compose(done -> Amendments.tell(
                        connection,
                        run,
                        finding.happened() ? "found to have happened" : "found not to have happened",
                        finding.actionKey() + ": " + finding.why(),
                        now))
                .compose(done -> Requests.remember(connection, finding.asked(), run.id(), now));
    }

    /** The call of a process that was taken for dead may still be under way: until it cannot be, nobody can know. */
    private void notTooEarly(EffectRows.Found found, Instant now) {
        var claimed = Timestamps.toInstant(found.effect().getClaimTime());
        var known = claimed.plus(longestCall);
        if (found.effect().getReason().equals(Settlement.DIED) && now.isBefore(known)) {
            throw new StateForbids(
                    "TOO_EARLY",
                    "The call may still be under way: look again in "
                            + Duration.between(now, known).plusSeconds(1).toSeconds() + " s");
        }
    }

    private Future<Void> settle(SqlConnection connection, Finding finding, EffectRows.Found found, Instant now) {
        if (!found.state().equals("UNKNOWN")) {
            throw new StateForbids("NOT_UNKNOWN", "The effect's outcome is known: " + found.state());
        }
        if (!finding.happened()) {
            notTooEarly(found, now);
        }
        var act = new Act(finding.actionKey(), finding.happened() ? "DONE" : "FAILED", finding.why());
        var settled = Amendments.settle(
                connection, finding.run(), found.id(), finding.happened() ? "DONE" : "REFUSED", act, now);
        return finding.happened()
                ? settled
                : settled.compose(done -> connection
                        .preparedQuery(FREE)
                        .execute(Tuple.of(finding.run().workspace(), found.id()))
                        .mapEmpty());
    }
}
