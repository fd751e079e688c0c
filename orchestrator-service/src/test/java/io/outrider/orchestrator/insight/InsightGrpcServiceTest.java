package io.outrider.orchestrator.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.v1.GetInsightsRequest;
import io.outrider.orchestrator.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Tier;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class InsightGrpcServiceTest {

    @GrpcClient("self")
    InsightServiceBlockingStub insights;

    @Inject
    Pool pool;

    TestTokens tokens;

    @Test
    void countsWhatTheTablesHold() {
        run("insight", "COMPLETED", Tier.TIER_STRONG, "DONE", "FAILED");
        run("insight", "COMPLETED", Tier.TIER_WEAK, "DONE");
        run("insight", "QUEUED", Tier.TIER_UNSPECIFIED);
        run("elsewhere", "COMPLETED", Tier.TIER_STRONG, "DONE");

        var answer = insights.withCallCredentials(tokens.as("vic", "insight", Role.ROLE_VIEWER))
                .getInsights(GetInsightsRequest.getDefaultInstance());

        assertThat(answer.getRuns()).isEqualTo(3);
        assertThat(answer.getRunsByStateMap()).isEqualTo(Map.of("COMPLETED", 2L, "QUEUED", 1L));
        assertThat(answer.getRunsByTierMap()).isEqualTo(Map.of("STRONG", 1L, "WEAK", 1L));
        assertThat(answer.getActions(0).getActionType()).isEqualTo("task.create");
        assertThat(answer.getActions(0).getByStateMap()).isEqualTo(Map.of("DONE", 2L, "FAILED", 1L));
        assertThat(answer.getCost().getMicroUsd()).isEqualTo(300);
        assertThat(answer.getCost().getModelCalls()).isEqualTo(6);
    }

    @Test
    void countsNothingOfAnotherTime() {
        run("past", "COMPLETED", Tier.TIER_STRONG);
        var request = GetInsightsRequest.newBuilder()
                .setSince(Timestamp.newBuilder().setSeconds(1_000))
                .setUntil(Timestamp.newBuilder().setSeconds(2_000))
                .build();

        var answer = insights.withCallCredentials(tokens.as("vic", "past", Role.ROLE_VIEWER))
                .getInsights(request);

        assertThat(answer.getRuns()).isZero();
    }

    @Test
    void refusesATimeThatEndsBeforeItBegins() {
        var request = GetInsightsRequest.newBuilder()
                .setSince(Timestamp.newBuilder().setSeconds(2_000))
                .setUntil(Timestamp.newBuilder().setSeconds(1_000))
                .build();

        var error = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> insights.withCallCredentials(tokens.as("vic", "insight", Role.ROLE_VIEWER))
                        .getInsights(request));

        assertThat(GrpcErrors.violations(error)).extracting(it -> it.getField()).containsExactly("since");
    }

    private void run(String workspace, String state, Tier tier, String... actions) {
        var id = Ids.next("run");
        await(
                "insert into run (workspace_id, id, domain, account, state, step, version, leg, playbook_key, playbook_id,"
                        + " library_revision, level, depth, shadow, tier, micro_usd, model_calls, create_time, update_time,"
                        + " end_time, created_by) values ($1, $2, $2, '', $3, 'DONE', 1, 1, '', '', 1, 1, 1, false, $4, 100,"
                        + " 2, $5, $5, $5, 'mara')",
                Tuple.of(workspace, id, state, tier.getNumber(), Instant.now().atOffset(ZoneOffset.UTC)));
        for (int i = 0; i < actions.length; i++) {
            await(
                    "insert into run_action (workspace_id, run_id, key, ordinal, action_type, state, payload, payload_sha256)"
                            + " values ($1, $2, $3, 0, 'task.create', $4, '', '')",
                    Tuple.of(workspace, id, "k" + i, actions[i]));
        }
    }

    private void await(String sql, Tuple values) {
        pool.preparedQuery(sql)
                .execute(values)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
