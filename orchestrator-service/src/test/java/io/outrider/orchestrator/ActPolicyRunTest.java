package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.OutreachSequencer;
import io.outrider.orchestrator.connector.slack.SlackWebhook;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.RetryRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final String WORKSPACE = "act-policy";
    private static final int SENDS = 60;
    private static final long SEED = 20_261_127;
    private static final Pattern RECIPIENT = Pattern.compile("bram@[a-z0-9.-]+");
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
        client = new Client(tokens, WORKSPACE);
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
            outside.through(new OutreachSequencer(api, "", new Judge(Clock.systemUTC())));
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

    /** The provider knows no idempotency key and no recipient: whatever arrives twice is there twice. */
    @Test
    void reachesNobodyTwiceWhereSendsAreAcceptedAndThenCut() {
        policy("{step: act, attempts: 5, on_failure: retry}");
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            outside.through(forgetful(sandbox));
            sandbox.faults()
                    .set(
                            List.of(
                                    FaultRule.on(Kind.SLACK)
                                            .status(429)
                                            .retryAfter(1)
                                            .probability(0.3),
                                    FaultRule.on(Kind.SLACK).cut(Cut.AFTER).probability(0.2)),
                            SEED);

            var batch = client.runs().startBatch(sends()).getRunsList().stream()
                    .map(run -> client.ended(run.getId()))
                    .toList();

            var reached = sandbox.received().effects(Kind.SLACK).stream()
                    .collect(Collectors.groupingBy(it -> recipient(it.body()), Collectors.counting()));
            assertThat(reached.values())
                    .as("messages by recipient, seed %d", SEED)
                    .containsOnly(1L);
            assertThat(batch).as("parked, seed %d", SEED).anyMatch(ActPolicyRunTest::isUnknown);
            assertThat(batch).filteredOn(run -> !isUnknown(run)).allSatisfy(ActPolicyRunTest::isDoneOrUsedUp);
            assertThat(batch)
                    .as("tried again, seed %d", SEED)
                    .anyMatch(run -> times(run, "provider busy") > 0 && run.getState() == RunState.RUN_STATE_COMPLETED);
        }
    }

    private Connector forgetful(Sandbox sandbox) {
        var slack = new SlackWebhook(
                door, URI.create(sandbox.uri() + "/slack/services/T0/B0/x"), new Judge(Clock.systemUTC()));
        return new Connector() {
            @Override
            public String name() {
                return "forgetful";
            }

            @Override
            public Outcome execute(Effect effect) {
                var text = "{\"text\":\"" + recipient(ScriptedConnectors.text(effect)) + "\"}";
                return slack.execute(new Effect(
                        "slack.message.post",
                        text.getBytes(StandardCharsets.UTF_8),
                        effect.idempotencyKey(),
                        effect.workspace(),
                        effect.grantId()));
            }
        };
    }

    private static StartBatchRequest sends() {
        var request = StartBatchRequest.newBuilder().setRequestId("sends");
        for (int i = 0; i < SENDS; i++) {
            var domain = "send" + i + ScriptedConnectors.THROUGH;
            request.addEntries(BatchEntry.newBuilder()
                    .setAccount(Account.newBuilder().setDomain(domain))
                    .setPerson(Person.newBuilder()
                            .setFirstName("Bram")
                            .setLastName("Claes")
                            .setEmail("bram@" + domain)));
        }
        return request.build();
    }

    private static String recipient(String text) {
        var found = RECIPIENT.matcher(text);
        return found.find() ? found.group() : "nobody";
    }

    private static boolean isUnknown(Run run) {
        return run.getActions(1).getState() == ActionState.ACTION_STATE_UNKNOWN;
    }

    private static void isDoneOrUsedUp(Run run) {
        if (run.getState() == RunState.RUN_STATE_COMPLETED) {
            assertThat(times(run, "provider busy")).isLessThan(5);
        } else {
            assertThat(run.getActions(1).getReason()).startsWith("tried 5 times");
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
