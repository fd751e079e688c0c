package io.outrider.orchestrator.insight;

import io.outrider.orchestrator.v1.ActionCount;
import io.outrider.orchestrator.v1.GetInsightsResponse;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Tier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;

/** Counts what stands in the tables. Both queries read a range of a primary key: the period's rows and no others. */
@ApplicationScoped
class Counts {

    private static final String RUNS = """
            select state, tier, count(*) as runs, sum(micro_usd) as micro_usd, sum(prompt_tokens) as prompt_tokens,
                   sum(completion_tokens) as completion_tokens, sum(model_calls) as model_calls,
                   sum(pages_fetched) as pages_fetched
            from run where workspace_id = $1 and id >= $2 and id < $3 group by state, tier""";

    private static final String ACTIONS = """
            select action_type, state, count(*) as actions
            from run_action where workspace_id = $1 and run_id >= $2 and run_id < $3
            group by action_type, state order by action_type, state""";

    private final Pool pool;

    Counts(Pool pool) {
        this.pool = pool;
    }

    Uni<GetInsightsResponse> of(String workspace, Period period) {
        var range = Tuple.of(workspace, period.firstId(), period.endId());
        return query(RUNS, range).chain(runs -> query(ACTIONS, range).map(actions -> answer(runs, actions)));
    }

    private Uni<RowSet<Row>> query(String sql, Tuple range) {
        return UniHelper.toUni(pool.preparedQuery(sql).execute(range));
    }

    private static GetInsightsResponse answer(RowSet<Row> runs, RowSet<Row> actions) {
        var answer = GetInsightsResponse.newBuilder();
        var cost = Cost.newBuilder();
        for (var row : runs) {
            var count = row.getLong("runs");
            answer.setRuns(answer.getRuns() + count);
            answer.putRunsByState(
                    row.getString("state"), answer.getRunsByStateOrDefault(row.getString("state"), 0) + count);
            var tier = tierName(row.getInteger("tier"));
            if (!tier.isEmpty()) {
                answer.putRunsByTier(tier, answer.getRunsByTierOrDefault(tier, 0) + count);
            }
            cost.setMicroUsd(cost.getMicroUsd() + row.getLong("micro_usd"))
                    .setPromptTokens(cost.getPromptTokens() + row.getLong("prompt_tokens"))
                    .setCompletionTokens(cost.getCompletionTokens() + row.getLong("completion_tokens"))
                    .setModelCalls(cost.getModelCalls() + row.getInteger("model_calls"))
                    .setPagesFetched(cost.getPagesFetched() + row.getInteger("pages_fetched"));
        }
        var byType = new TreeMap<String, ActionCount.Builder>();
        for (var row : actions) {
            byType.computeIfAbsent(
                            row.getString("action_type"),
                            type -> ActionCount.newBuilder().setActionType(type))
                    .putByState(row.getString("state"), row.getLong("actions"));
        }
        byType.values().forEach(answer::addActions);
        return answer.setCost(cost).build();
    }

    /** Empty before qualification. */
    private static String tierName(int number) {
        var tier = Tier.forNumber(number);
        return tier == null || tier == Tier.TIER_UNSPECIFIED ? "" : tier.name().substring("TIER_".length());
    }
}
