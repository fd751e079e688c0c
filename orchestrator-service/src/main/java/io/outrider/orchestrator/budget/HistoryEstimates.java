package io.outrider.orchestrator.budget;

import com.google.protobuf.util.Durations;
import io.outrider.orchestrator.budget.Estimates.Bound;
import io.outrider.orchestrator.budget.Estimates.ModelStep;
import io.outrider.orchestrator.run.BatchEstimates;
import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.v1.Estimate;
import io.outrider.orchestrator.v1.Run;
import io.outrider.type.v1.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;

/** Estimates a batch: at most what its steps reserve, at least what the latest runs of the workspace came to. */
@ApplicationScoped
class HistoryEstimates implements BatchEstimates {

    private static final int ENOUGH = 20;
    private static final double WITHOUT_HISTORY = 0.25;
    private static final String LATEST = """
            select count(*)::int as runs, coalesce(avg(micro_usd), 0)::float8 as micro_usd
              from (select micro_usd from run
                     where workspace_id = $1 and level = $2 and end_time is not null
                     order by id desc limit 500) latest""";

    private final Pool pool;
    private final Estimates estimates;
    private final BudgetConfig config;

    HistoryEstimates(Pool pool, Estimates estimates, BudgetConfig config) {
        this.pool = pool;
        this.estimates = estimates;
        this.config = config;
    }

    @Override
    public Uni<Estimate> of(String workspace, List<NewRun> runs) {
        var level = runs.isEmpty() ? Level.LEVEL_RULES : runs.getFirst().run().getLevel();
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(LATEST)
                        .execute(Tuple.of(workspace, level.getNumber()))
                        .toCompletionStage())
                .map(rows -> estimate(runs, rows.iterator().next()));
    }

    private Estimate estimate(List<NewRun> runs, Row latest) {
        var bound = runs.stream()
                .map(run -> bound(run.run()))
                .reduce(estimates.of(EnumSet.noneOf(ModelStep.class), false, false), Bound::plus);
        int known = latest.getInteger("runs");
        var high = bound.spend().microUsd();
        var low = known >= ENOUGH
                ? Math.min(high, Math.round(latest.getDouble("micro_usd") * runs.size()))
                : Math.round(high * WITHOUT_HISTORY);
        var rounds = (runs.size() + config.accountsAtOnce() - 1) / config.accountsAtOnce();
        return Estimate.newBuilder()
                .setRuns(runs.size())
                .setModelCalls(bound.calls())
                .setPromptTokens(bound.promptTokens())
                .setCompletionTokens(bound.completionTokens())
                .setMicroUsdLow(low)
                .setMicroUsdHigh(high)
                .setDuration(Durations.fromSeconds((long) rounds * config.secondsPerAccount()))
                .setBasis(basis(known))
                .build();
    }

    private Bound bound(Run run) {
        var steps =
                run.hasPerson() ? EnumSet.allOf(ModelStep.class) : EnumSet.of(ModelStep.RESEARCH, ModelStep.QUALIFY);
        return estimates.of(
                steps,
                run.getLevel() != Level.LEVEL_RULES,
                run.getLevel().getNumber() >= Level.LEVEL_GUIDED.getNumber());
    }

    private String basis(int known) {
        var low = known >= ENOUGH
                ? "low: the mean of the last " + known + " runs at this level that ended"
                : "low: a quarter of high, for there are fewer than " + ENOUGH + " runs at this level to go by";
        return "high, calls and tokens: what every step reserves, as if every account went all the way; " + low
                + "; duration: " + config.accountsAtOnce() + " accounts at once, " + config.secondsPerAccount()
                + " s each";
    }
}
