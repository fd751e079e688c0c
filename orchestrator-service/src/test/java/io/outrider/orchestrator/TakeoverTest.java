package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.ManualTicks;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.LegHandler;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.step.CrashScript;
import io.outrider.orchestrator.step.Frozen;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.EffectFinding;
import io.outrider.orchestrator.v1.ResolveEffectRequest;
import io.outrider.orchestrator.v1.RetryRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that stood still around its call, and wakes up after another has taken its run over. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class TakeoverTest {

    private static final String WORKSPACE = "takeover";
    private static final String ENROL = "sequence.enrol:1";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    CrashScript crash;

    @Inject
    ManualTicks ticks;

    @Inject
    LegHandler legs;

    @Inject
    Rows rows;

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        var api = new JsonApi(door, URI.create(sandbox.uri() + "/sequencer"), "secret", "application/vnd.api+json");
        outside.through(new Sequencers(new Judge(Clock.systemUTC()), 8).outreach(api, ""));
        client = new Client(tokens, WORKSPACE);
        client.library("library", "");
    }

    @AfterEach
    void stopTheWorld() {
        outside.through(null);
        client.close();
        door.close();
        sandbox.close();
    }

    @Test
    void sendsNothingAfterAPersonSaidThatNothingHappened() throws Exception {
        var frozen = crash.freezeOnce("CLAIMED");
        var run = takenOver("claimed" + ScriptedConnectors.THROUGH, frozen);
        var early = catchThrowableOfType(
                StatusRuntimeException.class, () -> resolve(run, EffectFinding.EFFECT_FINDING_DID_NOT_HAPPEN));
        assertThat(GrpcErrors.info(early).getReason()).isEqualTo("TOO_EARLY");
        rows.write("update effect set claim_time = claim_time - interval '2 minutes' where run_id = ?", run.getId());
        resolve(run, EffectFinding.EFFECT_FINDING_DID_NOT_HAPPEN);
        retry(run);
        assertThat(client.ended(run.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);

        var afterTheCall = crash.freezeOnce("CALLED");
        frozen.thaw();
        afterTheCall.awaitReached();
        afterTheCall.thaw();

        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(1);
        assertThat(rows.text(
                        "select state || attempt from effect where run_id = ? and action_key = ?", run.getId(), ENROL))
                .isEqualTo("DONE2");
    }

    @Test
    void sendsNothingTooLateAndDoesItAnew() throws Exception {
        var frozen = crash.freezeOnce("CLAIMED");
        var run = takenOver("late" + ScriptedConnectors.THROUGH, frozen);

        frozen.thaw();

        var completed = client.until(run.getId(), r -> r.getState() == RunState.RUN_STATE_COMPLETED);
        assertThat(completed.getTimelineList())
                .extracting(TimelineEntry::getEvent)
                .containsSubsequence("outcome unknown", "outcome known after all", "effect confirmed");
        assertThat(completed.getTimelineList())
                .extracting(TimelineEntry::getDetail)
                .anyMatch(detail -> detail.contains("not sent"));
        assertThat(rows.text("select state || attempt from effect where run_id = ?", run.getId()))
                .isEqualTo("DONE2");
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(1);
    }

    @Test
    void doesNothingAnewForARunThatIsToEnd() throws Exception {
        var frozen = crash.freezeOnce("CLAIMED");
        var run = takenOver("cancelled-late" + ScriptedConnectors.THROUGH, frozen);
        rows.write("update run set cancel_reason = 'enough' where id = ?", run.getId());

        frozen.thaw();

        var cancelled = client.until(run.getId(), r -> r.getState() == RunState.RUN_STATE_CANCELLED);
        assertThat(action(cancelled).getState()).isEqualTo(ActionState.ACTION_STATE_FAILED);
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).isEmpty();
    }

    @Test
    void endsByTheTruthThatComesLate() throws Exception {
        var frozen = crash.freezeOnce("CALLED");
        var run = takenOver("called" + ScriptedConnectors.THROUGH, frozen);

        frozen.thaw();

        var completed = client.until(run.getId(), r -> r.getState() == RunState.RUN_STATE_COMPLETED);
        assertThat(action(completed).getState()).isEqualTo(ActionState.ACTION_STATE_DONE);
        assertThat(completed.getTimelineList())
                .extracting(TimelineEntry::getEvent)
                .containsSubsequence("outcome unknown", "outcome known after all");
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(1);
    }

    /** The run as another process leaves it, which has found the claim and no outcome. */
    private Run takenOver(String domain, Frozen frozen) throws InterruptedException {
        world.gate.ruling(domain, p -> p.getKey().equals(ENROL) ? Ruling.GRANT : Ruling.REFUSE);
        var run = client.start(domain);
        frozen.awaitReached();
        ticks.pass(Duration.ofMinutes(1));
        var leg = Integer.parseInt(rows.text("select leg from run where id = ?", run.getId()));

        legs.carry(new LegId(new RunKey(WORKSPACE, run.getId()), leg));

        var parked = client.get(run.getId());
        assertThat(parked.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(action(parked).getState()).isEqualTo(ActionState.ACTION_STATE_UNKNOWN);
        return parked;
    }

    private void resolve(Run run, EffectFinding finding) {
        client.effects()
                .resolveEffect(ResolveEffectRequest.newBuilder()
                        .setRequestId("resolve-" + run.getId())
                        .setRunId(run.getId())
                        .setActionKey(ENROL)
                        .setFinding(finding)
                        .setComment("looked into the sequencer")
                        .build());
    }

    private void retry(Run run) {
        client.runs()
                .retryRun(RetryRunRequest.newBuilder()
                        .setRequestId("retry-" + run.getId())
                        .setRunId(run.getId())
                        .build());
    }

    private static RunAction action(Run run) {
        return run.getActionsList().stream()
                .filter(action -> action.getKey().equals(ENROL))
                .findFirst()
                .orElseThrow();
    }
}
