package io.outrider.orchestrator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.grpc.Status;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.QueueRows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Budget;
import io.outrider.orchestrator.v1.BudgetScope;
import io.outrider.orchestrator.v1.DayUsage;
import io.outrider.orchestrator.v1.GetUsageRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.SetBudgetRequest;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Budgets hold for single agents and for second drafts too, and a crowd before them costs little. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class BudgetOfAllWorkTest {

    private static final String ENROL = "sequence.enrol:1";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    QueueRows rows;

    private Client client;

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void refusesASingleAgentAndCountsWhatItSpent() {
        open("budget-agents");
        budget("small", 1_000);
        var body = "{\"requestId\": \"q\", \"domain\": \"agent-budget.example\", \"level\": \"assisted\"}";

        qualify(body)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("reason", equalTo("BUDGET_EXHAUSTED"))
                .body("detail", containsString("budget of the day"));
        assertThat(world.research.calls("agent-budget.example")).isEmpty();

        budget("large", 1_000_000);
        qualify(body).statusCode(200);
        qualify(body).statusCode(200);

        assertThat(today().getMicroUsd()).isEqualTo(200);
        assertThat(today().getReservedMicroUsd()).isZero();
    }

    @Test
    void countsWhatABrokenAgentMayHaveSpentUntilItsRepeatIsAnswered() {
        open("budget-broken");
        budget("for-one", 12_000);
        world.qualify.failingAlways("agent-broken.example", Status.INVALID_ARGUMENT);
        var broken = "{\"requestId\": \"q\", \"domain\": \"agent-broken.example\", \"level\": \"assisted\"}";
        var other = broken.replace("\"q\"", "\"other\"").replace("broken", "other");

        qualify(broken).statusCode(400);
        qualify(broken).statusCode(400);
        qualify(other).statusCode(429).body("reason", equalTo("BUDGET_RESERVED"));
        assertThat(rows.query(
                        "select 1 from agent_reservation where workspace_id = 'budget-broken'"
                                + " and until = date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' + interval '1 day'",
                        Tuple.tuple()))
                .hasSize(1);

        world.qualify.recovering("agent-broken.example");
        qualify(broken).statusCode(200);
        assertThat(today().getReservedMicroUsd()).isZero();
        qualify(other).statusCode(200);
        assertThat(today().getMicroUsd()).isEqualTo(400);
    }

    @Test
    void holdsASecondDraftForTheBudgetButNotWhatIsGranted() {
        open("budget-redraft");
        world.gate.ruling("b-redraft.example", p -> p.getKey().startsWith("slack") ? Ruling.GRANT : Ruling.PEND);
        var waiting = client.settled(start("b-redraft.example"));
        budget("small", 1_000);

        world.gate.regenerate(waiting.getId(), ENROL);
        var held = client.until(waiting.getId(), run -> run.getState() == RunState.RUN_STATE_HELD);
        assertThat(held.getReason()).contains("budget of the day is used up");
        assertThat(world.gate.revisions(held.getId())).isEmpty();

        world.gate.accept(held.getId(), "crm.company.upsert:0");
        budget("large", 1_000_000);

        var done = client.until(
                held.getId(),
                run -> run.getState() == RunState.RUN_STATE_WAITING
                        && run.getActions(0).getState() == ActionState.ACTION_STATE_DONE
                        && !world.gate.revisions(run.getId()).isEmpty());
        assertThat(done.getCost().getMicroUsd()).isEqualTo(600);
        assertThat(today().getMicroUsd()).isEqualTo(600);
        world.gate.accept(held.getId(), ENROL);
        client.ended(held.getId());
    }

    @Test
    void doesWhatIsGrantedThoughASecondDraftMustWait() {
        open("budget-granted");
        world.gate.ruling("b-granted.example", Ruling.PEND);
        var waiting = client.settled(start("b-granted.example"));
        budget("small", 1_000);
        rows.query("update run set hold = 'batch' where id = $1", Tuple.of(waiting.getId()));
        world.gate.regenerate(waiting.getId(), ENROL);
        client.until(waiting.getId(), run -> run.getState() == RunState.RUN_STATE_HELD);
        world.gate.accept(waiting.getId(), "crm.company.upsert:0");
        rows.awaitDecision(waiting.getId(), "crm.company.upsert:0");

        rows.query("update run set hold = null where id = $1", Tuple.of(waiting.getId()));
        rows.release(waiting.getId());

        client.until(
                waiting.getId(),
                run -> run.getState() == RunState.RUN_STATE_HELD
                        && run.getActions(0).getState() == ActionState.ACTION_STATE_DONE);
        assertThat(world.gate.revisions(waiting.getId())).isEmpty();
    }

    @Test
    void waitsForACrowdWithoutTellingOfEveryTry() {
        open("budget-crowd");
        budget("one", 20_000);
        world.qualify.failingAlways("crowd-first.example", Status.UNAVAILABLE);
        var first = client.until(
                start("crowd-first.example"),
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && !run.getReason().isEmpty());
        var second = client.until(
                start("crowd-second.example"),
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && !run.getReason().isEmpty());
        assertThat(second.getReason()).contains("reserved by runs under way");

        var later = comeback(comeback(second));

        assertThat(later.getTimelineList())
                .filteredOn(entry -> entry.getEvent().equals("postponed"))
                .hasSize(1);
        world.qualify.recovering("crowd-first.example");
        rows.comeBack(first.getId());
        client.ended(first.getId());
        rows.comeBack(second.getId());
        assertThat(client.ended(second.getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
    }

    private void open(String workspace) {
        client = new Client(tokens, workspace);
        client.library("library", "");
        this.workspace = workspace;
    }

    private String workspace = "";

    private Run comeback(Run before) {
        rows.comeBack(before.getId());
        return client.until(
                before.getId(),
                run -> run.getState() == RunState.RUN_STATE_QUEUED && run.getVersion() > before.getVersion());
    }

    private String start(String domain) {
        return client.runs()
                .startRun(Client.request("start", domain)
                        .setRequestId("start-" + domain.replace('.', '-'))
                        .setOptions(RunOptions.newBuilder().setLevel(Level.LEVEL_ASSISTED))
                        .build())
                .getRun()
                .getId();
    }

    private void budget(String requestId, long microUsd) {
        client.budgets()
                .setBudget(SetBudgetRequest.newBuilder()
                        .setRequestId(requestId)
                        .setBudget(Budget.newBuilder()
                                .setScope(BudgetScope.BUDGET_SCOPE_WORKSPACE)
                                .setMicroUsdPerDay(microUsd))
                        .build());
    }

    private DayUsage today() {
        return client.budgets().getUsage(GetUsageRequest.getDefaultInstance()).getDays(0);
    }

    private ValidatableResponse qualify(String body) {
        return given().header("Authorization", "Bearer " + tokens.token("mara", workspace, Role.ROLE_AUTHOR))
                .contentType("application/json")
                .body(body)
                .post("/api/v2/agents/qualify-company/run")
                .then();
    }
}
