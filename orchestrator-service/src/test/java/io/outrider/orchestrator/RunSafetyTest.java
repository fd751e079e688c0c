package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.step.CrashScript;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.CancelRunRequest;
import io.outrider.orchestrator.v1.EffectFinding;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.RefusedEntry;
import io.outrider.orchestrator.v1.ResolveEffectRequest;
import io.outrider.orchestrator.v1.RetryRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.type.v1.Account;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost, nothing is doubled, and what nobody knows goes to a person. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class RunSafetyTest {

    private static final String ENROL = "sequence.enrol:1";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    CrashScript crash;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "safety");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGUN", "RESEARCHED", "QUALIFIED", "DRAFTED", "PROPOSED", "PROPOSAL_STORED", "SETTLED"})
    void goesOnAfterACrash(String place) {
        var domain = place.toLowerCase(java.util.Locale.ROOT).replace("_", "") + ".example";
        crash.dieOnce(place);

        var run = client.ended(client.start(domain).getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received(domain)).hasSize(3);
        assertThat(run.getCost().getMicroUsd()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIMED", "CALLED"})
    void asksAPersonWhereItDiedAroundTheCall(String place) {
        var domain = place.toLowerCase(java.util.Locale.ROOT) + ".example";
        crash.dieOnce(place);

        var run = client.ended(client.start(domain).getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(run.getActionsList())
                .extracting(RunAction::getState)
                .containsExactly(
                        ActionState.ACTION_STATE_UNKNOWN, ActionState.ACTION_STATE_DONE, ActionState.ACTION_STATE_DONE);
        assertThat(outside.received(domain)).hasSize(place.equals("CALLED") ? 3 : 2);
    }

    @Test
    void blamesNoRunForADatabaseThatGoesAway() {
        var gone = new CompletionException(new SocketException("Connection reset"));
        crash.meet("BEGUN", gone, gone, gone, gone, gone, gone);

        var run = client.ended(client.start("flapping.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("flapping.example")).hasSize(3);
    }

    @Test
    void asksAPersonWhereABrokenRunMayHaveActed() {
        var broken = new IllegalStateException("of our own making");
        crash.meet("BEGUN", broken, broken, broken, broken);
        crash.dieOnce("CLAIMED");

        var run = client.ended(client.start("poison.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(run.getFailure().getCode()).isEqualTo("INTERNAL");
        assertThat(run.getActionsList())
                .extracting(RunAction::getState)
                .containsExactly(
                        ActionState.ACTION_STATE_UNKNOWN,
                        ActionState.ACTION_STATE_GRANTED,
                        ActionState.ACTION_STATE_GRANTED);
        assertThat(outside.received("poison.example")).isEmpty();

        client.effects()
                .resolveEffect(ResolveEffectRequest.newBuilder()
                        .setRequestId("resolve-poison")
                        .setRunId(run.getId())
                        .setActionKey(run.getActions(0).getKey())
                        .setFinding(EffectFinding.EFFECT_FINDING_HAPPENED)
                        .setComment("seen in the CRM")
                        .build());
        client.runs()
                .retryRun(RetryRunRequest.newBuilder()
                        .setRequestId("retry-poison")
                        .setRunId(run.getId())
                        .build());

        assertThat(client.ended(run.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("poison.example")).hasSize(2);
    }

    @Test
    void neverResendsWhatMayHaveHappened() {
        outside.answering("bram@unknown.example", new Outcome.Unknown("the connection was cut"));

        var run = client.ended(client.start("unknown.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(outside.received("bram@unknown.example")).hasSize(1);
        assertThat(run.getReason()).contains("sequence.enrol").contains("cut");
    }

    @Test
    void triesABusyProviderAgainUnderTheSameKey() {
        outside.answering("bram@busy.example", new Outcome.Busy(Duration.ofSeconds(1), "429"));

        var run = client.ended(client.start("busy.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@busy.example"))
                .hasSize(2)
                .extracting(e -> e.idempotencyKey())
                .containsOnly(outside.received("bram@busy.example").getFirst().idempotencyKey());
    }

    @Test
    void changesNothingOnADecisionAfterCancelling() {
        world.gate.ruling("cancel.example", Ruling.PEND);
        var waiting = client.settled(client.start("cancel.example").getId());

        var cancelled = cancel(waiting);
        world.gate.accept(waiting.getId(), ENROL);
        world.gate.ruling("after-cancel.example", Ruling.PEND_AND_ACCEPT_AT_ONCE);
        client.ended(client.start("after-cancel.example").getId());

        assertThat(cancelled.getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
        assertThat(client.get(waiting.getId()).getVersion()).isEqualTo(cancelled.getVersion());
        assertThat(outside.received("\"cancel.example\"")).isEmpty();
    }

    @Test
    void asksAPersonWhatBecameOfItAlsoWhereTheRunIsCancelled() {
        world.gate.ruling("cancel-unknown.example", p -> p.getKey().equals(ENROL) ? Ruling.GRANT : Ruling.PEND);
        outside.answering("bram@cancel-unknown.example", new Outcome.Unknown("the connection was cut"));
        var id = client.start("cancel-unknown.example").getId();
        var waiting = client.until(id, run -> run.getState() == RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(waiting.hasEndTime()).isFalse();

        var cancelled = cancel(waiting);

        assertThat(cancelled.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(cancelled.hasEndTime()).isTrue();
        client.effects()
                .resolveEffect(ResolveEffectRequest.newBuilder()
                        .setRequestId("resolve-cancelled")
                        .setRunId(id)
                        .setActionKey(ENROL)
                        .setFinding(EffectFinding.EFFECT_FINDING_HAPPENED)
                        .setComment("is in the sequence")
                        .build());
        assertThat(client.get(id).getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    }

    @Test
    void sendsNobodyTheSameSequenceTwice() {
        client.ended(client.start("again.example").getId());

        var second = client.runs()
                .startRun(Client.request("again-2", "again.example").build())
                .getRun();

        var run = client.ended(second.getId());
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@again.example")).hasSize(1);
    }

    @Test
    void takesABatchInAndRefusesOnlyWhatIsWrong() {
        var request = StartBatchRequest.newBuilder().setRequestId("batch");
        for (var domain : new String[] {"one.example", "not a domain", "one.example", "two.example", "gmail.com"}) {
            request.addEntries(
                    BatchEntry.newBuilder().setAccount(Account.newBuilder().setDomain(domain)));
        }

        var batch = client.runs().startBatch(request.build());
        var again = client.runs().startBatch(request.build());

        assertThat(batch.getRunsList()).hasSize(2);
        assertThat(batch.getRefusedList()).extracting(RefusedEntry::getIndex).containsExactly(1, 2, 4);
        assertThat(again.getBatchId()).isEqualTo(batch.getBatchId());
        assertThat(again.getRefusedList()).isEqualTo(batch.getRefusedList());
        batch.getRunsList()
                .forEach(run ->
                        assertThat(client.ended(run.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED));
        assertThat(client.runs()
                        .listRuns(ListRunsRequest.newBuilder()
                                .setBatchId(batch.getBatchId())
                                .build())
                        .getRunsCount())
                .isEqualTo(2);
    }

    private Run cancel(Run run) {
        return client.runs()
                .cancelRun(CancelRunRequest.newBuilder()
                        .setRequestId("cancel-" + run.getId())
                        .setRunId(run.getId())
                        .build())
                .getRun();
    }
}
