package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Batch;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.BatchState;
import io.outrider.orchestrator.v1.Budget;
import io.outrider.orchestrator.v1.BudgetScope;
import io.outrider.orchestrator.v1.CancelBatchRequest;
import io.outrider.orchestrator.v1.GetBatchRequest;
import io.outrider.orchestrator.v1.GetUsageRequest;
import io.outrider.orchestrator.v1.PauseBatchRequest;
import io.outrider.orchestrator.v1.ResumeBatchRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunBudget;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.SetBudgetRequest;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.WatchRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Level;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class BudgetAndBatchTest {

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "flow");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void holdsARunForTheBudgetAndLetsItGoWhenTheBudgetIsRaised() {
        var rich = new Client(tokens, "budget");
        rich.library("library", "");
        budget(rich, "small", 1_000);

        var held = rich.until(
                start(rich, "dear.example", Level.LEVEL_ASSISTED, 0), r -> r.getState() == RunState.RUN_STATE_HELD);
        assertThat(held.getReason()).contains("budget of the day is used up");
        assertThat(world.research.calls("dear.example")).isEmpty();
        var free = rich.ended(start(rich, "free.example", Level.LEVEL_RULES, 0));
        assertThat(free.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);

        var released = budget(rich, "large", 10_000_000);

        assertThat(released).isEqualTo(1);
        assertThat(rich.ended(held.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        var usage =
                rich.budgets().getUsage(GetUsageRequest.getDefaultInstance()).getDaysList();
        assertThat(usage).singleElement().satisfies(day -> {
            assertThat(day.getMicroUsd()).isEqualTo(600);
            assertThat(day.getReservedMicroUsd()).isZero();
        });
        rich.close();
    }

    @Test
    void failsARunWhoseOwnBudgetIsTooSmall() {
        var run = client.ended(start(client, "tight.example", Level.LEVEL_ASSISTED, 10));

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(run.getReason()).contains("own budget");
        assertThat(run.getFailure().getCode()).isEqualTo("OWN_BUDGET");
        assertThat(world.research.calls("tight.example")).isEmpty();
    }

    @Test
    void pausesResumesAndCancelsABatch() throws InterruptedException {
        List.of("p1.example", "p2.example", "p3.example").forEach(d -> world.gate.ruling(d, Ruling.PEND));
        var started = client.runs()
                .startBatch(
                        batch("pause", "p1.example", "p2.example", "p3.example").build());
        started.getRunsList().forEach(run -> client.settled(run.getId()));
        var first = started.getRuns(0).getId();
        var id = started.getBatchId();

        var paused = client.batches()
                .pauseBatch(PauseBatchRequest.newBuilder()
                        .setRequestId("p")
                        .setBatchId(id)
                        .build())
                .getBatch();
        assertThat(paused.getState()).isEqualTo(BatchState.BATCH_STATE_PAUSED);
        acceptAll(first);
        client.until(first, r -> r.getState() == RunState.RUN_STATE_HELD);
        assertThat(outside.received("p1.example")).isEmpty();

        var resumed = client.batches()
                .resumeBatch(ResumeBatchRequest.newBuilder()
                        .setRequestId("r")
                        .setBatchId(id)
                        .build());
        assertThat(resumed.getReleased()).isEqualTo(3);
        assertThat(client.ended(first).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("p1.example")).hasSize(3);

        var cancelled = client.batches()
                .cancelBatch(CancelBatchRequest.newBuilder()
                        .setRequestId("c")
                        .setBatchId(id)
                        .build());
        assertThat(cancelled.getCancelled()).isEqualTo(2);
        world.gate.awaitWithdrawals(
                started.getRuns(1).getId(), started.getRuns(2).getId());
        assertThat(cancelled.getBatch().getRunsByStateMap())
                .containsEntry("CANCELLED", 2)
                .containsEntry("COMPLETED", 1);
        assertThat(cancelled.getBatch().getState()).isEqualTo(BatchState.BATCH_STATE_CANCELLED);
        assertThat(find(id).getSettled()).isEqualTo(3);
        var late = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> client.batches()
                        .resumeBatch(ResumeBatchRequest.newBuilder()
                                .setRequestId("r2")
                                .setBatchId(id)
                                .build()));
        assertThat(GrpcErrors.info(late).getReason()).isEqualTo("BATCH_ENDED");
    }

    @Test
    void keepsForAPersonWhatACancelledBatchMayHaveDone() {
        world.gate.ruling("maybe.example", p -> p.getKey().startsWith("sequence.enrol") ? Ruling.GRANT : Ruling.PEND);
        outside.answering("bram@maybe.example", new Outcome.Unknown("the connection was cut"));
        var started = client.runs().startBatch(batch("maybe", "maybe.example").build());
        var id = started.getRuns(0).getId();
        client.until(id, r -> r.getState() == RunState.RUN_STATE_NEEDS_ATTENTION);

        client.batches()
                .cancelBatch(CancelBatchRequest.newBuilder()
                        .setRequestId("cancel-maybe")
                        .setBatchId(started.getBatchId())
                        .build());

        var run = client.ended(id);
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_NEEDS_ATTENTION);
        assertThat(run.getActionsList())
                .extracting(RunAction::getState)
                .containsExactly(
                        ActionState.ACTION_STATE_CANCELLED,
                        ActionState.ACTION_STATE_UNKNOWN,
                        ActionState.ACTION_STATE_CANCELLED);
    }

    /** More runs than a replica carries at once (400), so that the single one has to pass some that wait. */
    @Test
    void doesNotHoldUpASingleRunByAnothersBatch() {
        var crowd = 600;
        var large = batch("crowd").setOptions(RunOptions.newBuilder().setLevel(Level.LEVEL_RULES));
        for (int i = 0; i < crowd; i++) {
            large.addEntries(entry("crowd" + i + ".example"));
        }
        var other = new Client(tokens, "other");
        other.library("library", "");
        var id = client.runs().startBatch(large.build()).getBatchId();

        var single = other.ended(start(other, "alone.example", Level.LEVEL_RULES, 0));
        other.close();

        assertThat(single.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        var ends = ends(id);
        assertThat(ends).hasSize(crowd);
        assertThat(ends.stream().filter(end -> end.compareTo(Timestamps.toInstant(single.getEndTime())) > 0))
                .as("runs of the crowd that ended after the single one")
                .isNotEmpty();
        assertThat(find(id).getRunsByStateMap().keySet()).doesNotContain("QUEUED", "RUNNING", "HELD");
        assertThat(find(id).getSettled()).isEqualTo(crowd);
    }

    /** When each run of a batch ended, as the service wrote it down. */
    private List<Instant> ends(String batchId) {
        var ends = new ArrayList<Instant>();
        client.runs()
                .watchRun(WatchRunRequest.newBuilder()
                        .setBatchId(batchId)
                        .setEndedOnly(true)
                        .build())
                .forEachRemaining(
                        change -> ends.add(Timestamps.toInstant(change.getRun().getEndTime())));
        return ends;
    }

    @Test
    void estimatesWithoutStartingAnything() {
        var request = batch("estimate", "e1.example", "e2.example", "gmail.com")
                .setEstimateOnly(true)
                .setOptions(RunOptions.newBuilder().setLevel(Level.LEVEL_ASSISTED))
                .build();

        var answer = client.runs().startBatch(request);

        assertThat(answer.getBatchId()).isEmpty();
        assertThat(answer.getRefusedList())
                .singleElement()
                .satisfies(no -> assertThat(no.getIndex()).isEqualTo(2));
        assertThat(answer.getEstimate().getRuns()).isEqualTo(2);
        assertThat(answer.getEstimate().getMicroUsdHigh()).isPositive();
        assertThat(answer.getEstimate().getMicroUsdLow())
                .isBetween(1L, answer.getEstimate().getMicroUsdHigh());
        assertThat(answer.getEstimate().getBasis()).contains("duration: ");
        assertThat(world.research.calls("e1.example")).isEmpty();
    }

    @Test
    void refusesABatchOverTheLimitAndAnUnknownBatch() {
        var large = batch("large");
        for (int i = 0; i < 5_001; i++) {
            large.addEntries(entry("l" + i + ".example"));
        }
        var refused = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.runs().startBatch(large.build()));
        assertThat(refused.getStatus().getDescription()).contains("entries must be 1 to 5000, is 5001");
        var unknown = catchThrowableOfType(StatusRuntimeException.class, () -> find("bat_none"));
        assertThat(unknown.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    private Batch find(String id) {
        return client.batches()
                .getBatch(GetBatchRequest.newBuilder().setBatchId(id).build())
                .getBatch();
    }

    private void acceptAll(String runId) {
        client.get(runId).getActionsList().forEach(action -> world.gate.accept(runId, action.getKey()));
    }

    private static int budget(Client as, String requestId, long microUsd) {
        return as.budgets()
                .setBudget(SetBudgetRequest.newBuilder()
                        .setRequestId(requestId)
                        .setBudget(Budget.newBuilder()
                                .setScope(BudgetScope.BUDGET_SCOPE_WORKSPACE)
                                .setMicroUsdPerDay(microUsd))
                        .build())
                .getReleased();
    }

    private static String start(Client as, String domain, Level level, long own) {
        var request = Client.request("start-" + domain.replace('.', '-'), domain)
                .setOptions(RunOptions.newBuilder()
                        .setLevel(level)
                        .setBudget(RunBudget.newBuilder().setMicroUsd(own)));
        Run run = as.runs().startRun(request.build()).getRun();
        return run.getId();
    }

    private static StartBatchRequest.Builder batch(String requestId, String... domains) {
        var request = StartBatchRequest.newBuilder().setRequestId(requestId);
        for (var domain : domains) {
            request.addEntries(entry(domain));
        }
        return request;
    }

    private static BatchEntry entry(String domain) {
        return BatchEntry.newBuilder()
                .setAccount(Account.newBuilder().setDomain(domain))
                .setPerson(Client.request("x", domain).getPerson())
                .build();
    }
}
