package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.CancelRunRequest;
import io.outrider.orchestrator.v1.Firing;
import io.outrider.orchestrator.v1.FiringOutcome;
import io.outrider.orchestrator.v1.GetAccountIntentRequest;
import io.outrider.orchestrator.v1.GetBreakerRequest;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.ListFiringsRequest;
import io.outrider.orchestrator.v1.ResetBreakerRequest;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.type.v1.Signal;
import io.outrider.type.v1.SignalType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class SignalServiceTest {

    private static final String TRIGGERS = """
            triggers:
              - id: warm
                name: Warm account
                rule: intent >= 70 && kinds >= 2
                playbook_id: plant-uptime
            """;

    TestTokens tokens;
    World world;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "signals");
        client.triggers("triggers", TRIGGERS);
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void startsOneRunWhereTwoKindsOfSignalComeTogether() {
        ingest("warm-1", signal("warm.example", SignalType.SIGNAL_TYPE_FUNDING, 80, "w1"));
        ingest("warm-2", signal("warm.example", SignalType.SIGNAL_TYPE_HIRING, 70, "w2"));

        var fired = firing("warm.example", FiringOutcome.FIRING_OUTCOME_STARTED);
        var run = client.ended(fired.getRunId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(run.getFiringId()).isEqualTo(fired.getId());
        assertThat(run.getCreatedBy()).isEqualTo("trigger:warm");
        assertThat(fired.getRule()).isEqualTo("intent >= 70 && kinds >= 2");
        assertThat(fired.getInputsMap()).containsEntry("intent", "94.0").containsEntry("kinds", "2");

        ingest("warm-3", signal("warm.example", SignalType.SIGNAL_TYPE_NEWS, 90, "w3"));
        // Both first signals are evaluated: the second evaluation may have met the first one's claim, and says so
        // instead.
        var cooling = firing("warm.example", FiringOutcome.FIRING_OUTCOME_COOLING_DOWN, "cools down for 168 h");
        assertThat(cooling.getRunId()).isEmpty();
    }

    @Test
    void staysAwakeForAnAccountThatWasBusy() {
        world.gate.ruling("busy.example", Ruling.PEND);
        var busy = client.runs()
                .startRun(Client.request("busy", "busy.example")
                        .setOptions(RunOptions.newBuilder().setPlaybookId("plant-uptime"))
                        .build())
                .getRun();
        assertThat(client.settled(busy.getId()).getState()).isEqualTo(RunState.RUN_STATE_WAITING);
        ingest("busy-1", signal("busy.example", SignalType.SIGNAL_TYPE_FUNDING, 80, "y1"));
        ingest("busy-2", signal("busy.example", SignalType.SIGNAL_TYPE_HIRING, 70, "y2"));
        var held = firing("busy.example", FiringOutcome.FIRING_OUTCOME_ALREADY_ACTIVE);
        assertThat(held.getRunId()).isEqualTo(busy.getId());
        assertThat(held.getExplanation()).contains("neither cools down");

        client.runs()
                .cancelRun(CancelRunRequest.newBuilder()
                        .setRequestId("busy-cancel")
                        .setRunId(busy.getId())
                        .setReason("over")
                        .build());
        client.ended(busy.getId());
        ingest("busy-3", signal("busy.example", SignalType.SIGNAL_TYPE_NEWS, 90, "y3"));

        assertThat(firing("busy.example", FiringOutcome.FIRING_OUTCOME_STARTED).getRunId())
                .isNotEqualTo(busy.getId());
    }

    @Test
    void takesASignalOnce() {
        var request = IngestSignalsRequest.newBuilder()
                .setRequestId("once")
                .addSignals(signal("once.example", SignalType.SIGNAL_TYPE_NEWS, 40, "o1"))
                .addSignals(signal("once.example", SignalType.SIGNAL_TYPE_NEWS, 40, "o1"))
                .build();
        var first = client.signals().ingestSignals(request);
        assertThat(first.getAccepted()).isEqualTo(1);
        assertThat(first.getDuplicates()).isEqualTo(1);
        assertThat(client.signals().ingestSignals(request)).isEqualTo(first);

        var again = client.signals()
                .ingestSignals(request.toBuilder().setRequestId("once-more").build());
        assertThat(again.getAccepted()).isZero();
        assertThat(again.getDuplicates()).isEqualTo(2);

        var other = request.toBuilder().removeSignals(1).build();
        var refused = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.signals().ingestSignals(other));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
    }

    @Test
    void addsUpWhatIsLeft() {
        ingest("add-1", aged(signal("add.example", SignalType.SIGNAL_TYPE_WEB_VISIT, 80, "a1"), Duration.ofDays(3)));

        var intent = client.signals()
                .getAccountIntent(GetAccountIntentRequest.newBuilder()
                        .setDomain("https://www.add.example/x")
                        .build())
                .getIntent();

        assertThat(intent.getDomain()).isEqualTo("add.example");
        assertThat(intent.getIntent()).isBetween(39.9, 40.1);
        assertThat(intent.getSignals(0).getSignal().getHalfLifeDays()).isEqualTo(3);
    }

    @Test
    void refusesTheWholeRequestAndNamesTheBadOnes() {
        var good = signal("all.example", SignalType.SIGNAL_TYPE_NEWS, 40, "b0");
        var future = aged(signal("all.example", SignalType.SIGNAL_TYPE_NEWS, 40, "b1"), Duration.ofMinutes(-6));
        var old = aged(signal("all.example", SignalType.SIGNAL_TYPE_NEWS, 40, "b2"), Duration.ofDays(731));
        var untyped = good.toBuilder().setDedupeKey("b3").setTypeValue(99).build();

        var error = catchThrowableOfType(StatusRuntimeException.class, () -> ingest("bad", good, future, old, untyped));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(error.getStatus().getDescription()).contains("signals[1].occur_time lies in the future");
        var intent = client.signals()
                .getAccountIntent(GetAccountIntentRequest.newBuilder()
                        .setDomain("all.example")
                        .build())
                .getIntent();
        assertThat(intent.getSignalCount()).isZero();
    }

    @Test
    void opensTheBreakerWhereAnEffectComesBackAsASignal() {
        world.gate.ruling("echo.example", Ruling.GRANT);
        var first = client.ended(client.start("echo.example").getId());
        var echo = signal("echo.example", SignalType.SIGNAL_TYPE_WEB_VISIT, 90, "e1").toBuilder()
                .addEvidenceIds(first.getActions(0).getIdempotencyKey())
                .build();
        ingest("echo", echo, signal("echo.example", SignalType.SIGNAL_TYPE_EVENT, 90, "e2"));

        var fired = firing("echo.example", FiringOutcome.FIRING_OUTCOME_HELD_BY_BREAKER);
        var held = client.until(fired.getRunId(), run -> run.getState() == RunState.RUN_STATE_HELD);
        assertThat(held.getReason()).contains("breaker");
        var breaker = client.signals()
                .getBreaker(GetBreakerRequest.getDefaultInstance())
                .getBreaker();
        assertThat(breaker.getOpen()).isTrue();
        assertThat(breaker.getReason()).contains("loop");
        assertThat(breaker.getHeld()).isEqualTo(1);

        var reset = client.signals()
                .resetBreaker(
                        ResetBreakerRequest.newBuilder().setRequestId("reset").build());

        assertThat(reset.getReleased()).isEqualTo(1);
        assertThat(reset.getBreaker().getOpen()).isFalse();
        assertThat(client.ended(fired.getRunId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
    }

    private void ingest(String requestId, Signal... signals) {
        client.signals()
                .ingestSignals(IngestSignalsRequest.newBuilder()
                        .setRequestId(requestId)
                        .addAllSignals(List.of(signals))
                        .build());
    }

    /** The evaluation follows the answer: asks until it is there, for as long as a call may take. */
    private Firing firing(String domain, FiringOutcome outcome) {
        return firing(domain, outcome, "");
    }

    private Firing firing(String domain, FiringOutcome outcome, String explanation) {
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < patience) {
            var found = client
                    .signals()
                    .listFirings(
                            ListFiringsRequest.newBuilder().setDomain(domain).build())
                    .getFiringsList()
                    .stream()
                    .filter(f -> f.getOutcome() == outcome && (f.getRunId().isEmpty() == noRun(outcome)))
                    .filter(f -> f.getExplanation().contains(explanation))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("No firing of " + domain + " with " + outcome + ": " + explanation);
    }

    private static boolean noRun(FiringOutcome outcome) {
        return outcome == FiringOutcome.FIRING_OUTCOME_COOLING_DOWN;
    }

    private static Signal signal(String domain, SignalType type, double strength, String key) {
        return Signal.newBuilder()
                .setAccountDomain(domain)
                .setType(type)
                .setStrength(strength)
                .setOccurTime(Timestamps.fromMillis(System.currentTimeMillis()))
                .setDedupeKey(key)
                .build();
    }

    private static Signal aged(Signal signal, Duration age) {
        return signal.toBuilder()
                .setOccurTime(Timestamps.fromMillis(System.currentTimeMillis() - age.toMillis()))
                .build();
    }
}
