package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.RetryRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a playbook says of its act step: attempts and deadline, and what never is tried again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class ActPolicyRunTest {

    private static final Outcome BUSY = new Outcome.Busy(Duration.ofMinutes(10), "answered 429");
    private static final Outcome REFUSED = new Outcome.Refused("not on a Friday");

    TestTokens tokens;

    @Inject
    ScriptedConnectors outside;

    @Inject
    QueueRows queue;

    @Inject
    Rows rows;

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "act-policy");
    }

    @AfterEach
    void hangUp() {
        outside.through(null);
        client.close();
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "halt, RUN_STATE_FAILED",
        "retry, RUN_STATE_FAILED",
        "review, RUN_STATE_NEEDS_ATTENTION",
        "continue_partial, RUN_STATE_COMPLETED"
    })
    void followsThePlaybookWhenAProviderIsTooBusyTooOften(String onFailure, RunState expected) {
        policy("{step: act, attempts: 2, on_failure: " + onFailure + "}");
        var domain = "busy-" + onFailure.replace('_', '-') + ".example";
        outside.answering("bram@" + domain, BUSY, BUSY, BUSY);
        var id = client.start(domain).getId();

        comeBackAfter(id, "provider busy", 1);

        var run = client.ended(id);
        assertThat(run.getState()).isEqualTo(expected);
        assertThat(run.getActions(1).getState()).isEqualTo(ActionState.ACTION_STATE_FAILED);
        assertThat(run.getActions(1).getReason()).isEqualTo("tried 2 times: answered 429");
        assertThat(run.getFailure().getAttempts()).isEqualTo(expected == RunState.RUN_STATE_COMPLETED ? 0 : 2);
        assertThat(outside.received("bram@" + domain)).hasSize(2);
        assertThat(messages(id)).isEqualTo("0");
    }

    @Test
    void triesABusyProviderUntilItHasTimeWhereThePlaybookSaysNothing() {
        policy("{step: act, on_failure: halt}");
        outside.answering("bram@patient.example", BUSY, BUSY, BUSY, BUSY);
        var id = client.start("patient.example").getId();

        for (int times = 1; times <= 4; times++) {
            comeBackAfter(id, "provider busy", times);
        }

        assertThat(client.ended(id).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@patient.example")).hasSize(5);
    }

    @Test
    void triesWhatIsRefusedAsOftenAsThePlaybookSays() {
        policy("{step: act, attempts: 3, on_failure: retry}");
        outside.answering("bram@never.example", REFUSED, REFUSED, REFUSED, REFUSED);
        var id = client.start("never.example").getId();

        comeBackAfter(id, "provider refused", 1);
        comeBackAfter(id, "provider refused", 2);

        var run = client.ended(id);
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(run.getFailure().getAttempts()).isEqualTo(3);
        assertThat(outside.received("bram@never.example")).hasSize(3);
    }

    @Test
    void triesARefusalOnceWhereThePlaybookDoesNotSayRetry() {
        policy("{step: act, attempts: 5, on_failure: review}");
        outside.answering("bram@once.example", REFUSED);

        var run = client.ended(client.start("once.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(outside.received("bram@once.example")).hasSize(1);
    }

    @Test
    void countsAnewWhereAPersonTakesTheRunUpAgain() {
        policy("{step: act, attempts: 2, on_failure: halt}");
        outside.answering("bram@anew.example", BUSY, BUSY, BUSY);
        var id = client.start("anew.example").getId();
        comeBackAfter(id, "provider busy", 1);
        client.ended(id);

        client.runs()
                .retryRun(RetryRunRequest.newBuilder()
                        .setRequestId("anew")
                        .setRunId(id)
                        .build());
        comeBackAfter(id, "provider busy", 2);

        assertThat(client.ended(id).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@anew.example"))
                .hasSize(4)
                .extracting(Effect::idempotencyKey)
                .containsOnly(outside.received("bram@anew.example").getFirst().idempotencyKey());
    }

    @Test
    void knowsNoOutcomeAfterTheDeadlineAndAsksNobodyTwice() {
        policy("{step: act, attempts: 5, deadline_seconds: 1, on_failure: retry}");
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var api = new JsonApi(door, URI.create(sandbox.uri() + "/sequencer"), "secret", "application/vnd.api+json");
            outside.through(new Sequencers(new Judge(Clock.systemUTC()), 8).outreach(api, ""));
            sandbox.faults()
                    .add(FaultRule.on(Kind.SEQUENCE)
                            .method("POST")
                            .path("/sequencer/sequenceStates")
                            .latency(Duration.ofSeconds(10)));

            var run = client.ended(
                    client.start("slow" + ScriptedConnectors.THROUGH).getId());

            assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
            assertThat(run.getActions(1).getState()).isEqualTo(ActionState.ACTION_STATE_UNKNOWN);
            assertThat(run.getActions(1).getReason()).isEqualTo("no whole answer within 1 s");
            assertThat(rows.text(
                            "select state || attempt from effect where run_id = ? and action_key = 'sequence.enrol:1'",
                            run.getId()))
                    .isEqualTo("UNKNOWN1");
        }
    }

    /** The run's pause is over as soon as it has been told so often. */
    private void comeBackAfter(String id, String event, int times) {
        client.until(id, run -> run.getState() == RunState.RUN_STATE_QUEUED && times(client.get(id), event) == times);
        queue.comeBack(id);
    }

    private static int times(Run run, String event) {
        return Collections.frequency(
                run.getTimelineList().stream().map(TimelineEntry::getEvent).toList(), event);
    }

    private String messages(String id) {
        return rows.text(
                "select count(*) from effect_message m join effect e on e.workspace_id = m.workspace_id"
                        + " and e.id = m.effect_id where e.run_id = ? and e.action_key = 'sequence.enrol:1'",
                id);
    }

    /** The next test's differs, or is applied again. */
    private void policy(String policy) {
        client.library(Ids.next("library"), policy);
    }
}
