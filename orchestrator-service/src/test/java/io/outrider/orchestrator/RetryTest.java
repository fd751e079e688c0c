package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.Samples;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.RetryRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.RunStep;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.qualify.v1.QualifyCompanyResponse;
import io.outrider.type.v1.Tier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What failed comes back by itself where the playbook says so, and can be taken up again by a person. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class RetryTest {

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    QueueRows queue;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "retry");
        libraryForThisTest("");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void takesAFailedRunUpAgainWhereItFailed() {
        world.qualify.failing("dead-letter.example", Status.INVALID_ARGUMENT.withDescription("no such rule"));
        var failed = client.ended(client.start("dead-letter.example").getId());
        assertThat(failed.getFailure().getStep()).isEqualTo(RunStep.RUN_STEP_QUALIFY);
        assertThat(failed.getFailure().getCode()).isEqualTo("INVALID_ARGUMENT");
        assertThat(failed.getFailure().getMessage()).contains("no such rule");

        retry(failed, "retry-1");
        retry(failed, "retry-1");

        var run = client.ended(failed.getId());
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(run.hasFailure()).isFalse();
        assertThat(world.qualify.calls("dead-letter.example")).hasSize(2);
        assertThat(run.getCost().getMicroUsd()).isEqualTo(300);
        var again = catchThrowableOfType(StatusRuntimeException.class, () -> retry(run, "retry-2"));
        assertThat(GrpcErrors.info(again).getReason()).isEqualTo("NOT_FAILED");
    }

    @Test
    void triesAgainWhatAProviderRefused() {
        outside.answering("bram@refused.example", new Outcome.Refused("no such sequence"));
        var failed = client.ended(client.start("refused.example").getId());
        assertThat(failed.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(failed.getFailure().getCode()).isEqualTo("PROVIDER_REFUSED");

        retry(failed, "retry-refused");

        var run = client.ended(failed.getId());
        assertThat(run.getActionsList()).extracting(RunAction::getState).containsOnly(ActionState.ACTION_STATE_DONE);
        assertThat(outside.received("refused.example")).hasSize(4);
    }

    @Test
    void triesARefusedActionAgainWhereThePlaybookSaysRetry() {
        libraryForThisTest("{step: act, on_failure: retry}");
        outside.answering("bram@moody.example", new Outcome.Refused("not on a Friday"));
        var id = client.start("moody.example").getId();
        var waiting = client.until(
                id,
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && run.getReason().contains("act is tried again"));
        assertThat(waiting.getActions(1).getState()).isEqualTo(ActionState.ACTION_STATE_GRANTED);

        queue.comeBack(id);

        var run = client.ended(id);
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@moody.example"))
                .hasSize(2)
                .extracting(effect -> effect.idempotencyKey())
                .containsOnly(outside.received("bram@moody.example").getFirst().idempotencyKey());
        assertThat(outside.received("moody.example")).hasSize(4);
    }

    @Test
    void leavesTheAccountToItsNewerRun() {
        world.qualify.failing("newer.example", Status.INVALID_ARGUMENT);
        var failed = client.ended(client.start("newer.example").getId());
        world.gate.ruling("newer.example", Ruling.PEND);
        client.settled(client.runs()
                .startRun(Client.request("newer-2", "newer.example").build())
                .getRun()
                .getId());

        var error = catchThrowableOfType(StatusRuntimeException.class, () -> retry(failed, "retry-newer"));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("ALREADY_ACTIVE");
    }

    @Test
    void takesARunWithoutAPlaybookUpAgain() {
        world.qualify.answering(q -> q.getAccount().getDomain().equals("lost.example")
                ? QualifyCompanyResponse.newBuilder()
                        .setVerdict(Samples.scored(q, 8, Tier.TIER_STRONG).getVerdict().toBuilder()
                                .setPlaybookId("gone"))
                        .build()
                : Samples.scored(q, 8, Tier.TIER_STRONG));
        var failed = client.ended(client.start("lost.example").getId());
        assertThat(failed.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(failed.getFailure().getCode()).isEqualTo("NO_PLAYBOOK");

        retry(failed, "retry-lost");

        assertThat(client.get(failed.getId()).getTimelineList())
                .extracting(TimelineEntry::getEvent)
                .contains("taken up again");
    }

    @ParameterizedTest
    @CsvSource({"halt, RUN_STATE_FAILED", "review, RUN_STATE_NEEDS_ATTENTION", "continue_partial, RUN_STATE_COMPLETED"})
    void followsThePlaybookAfterTheLastAttempt(String onFailure, RunState expected) {
        libraryForThisTest("{step: research, attempts: 2, on_failure: " + onFailure + "}");
        var domain = onFailure.replace('_', '-') + ".example";
        world.research.failing(domain, Status.INVALID_ARGUMENT, Status.INVALID_ARGUMENT);

        var run = client.ended(client.start(domain).getId());

        assertThat(run.getState()).isEqualTo(expected);
        assertThat(run.getPartial()).isEqualTo(onFailure.equals("continue_partial"));
    }

    @Test
    void comesBackLaterWhereThePlaybookSaysRetry() {
        libraryForThisTest("{step: research, attempts: 1, on_failure: retry}");
        world.research.failing("later.example", Status.INVALID_ARGUMENT, Status.INVALID_ARGUMENT);

        var run = client.ended(client.start("later.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(world.research.calls("later.example")).hasSize(3);
        assertThat(run.getTimelineList())
                .filteredOn(e -> e.getEvent().equals("postponed"))
                .hasSize(1);
    }

    /** The next test's differs, or is applied again. */
    private void libraryForThisTest(String policies) {
        client.library(Ids.next("library"), policies);
    }

    private void retry(Run run, String requestId) {
        client.runs()
                .retryRun(RetryRunRequest.newBuilder()
                        .setRequestId(requestId)
                        .setRunId(run.getId())
                        .build());
    }
}
