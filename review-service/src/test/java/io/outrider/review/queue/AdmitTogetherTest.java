package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Meanwhile;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.wire.ReviewRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that go through the gate in one transaction: each as if it had come alone, and all or none of them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class AdmitTogetherTest {

    private static final int CAP = 3;

    @Inject
    AdmitTogether together;

    @Inject
    Pool pool;

    TestTokens tokens;

    private Gate gate;
    private Rows rows;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        rows = new Rows(pool, gate.workspace);
        gate.update(policy -> policy.setPlantedRate(0));
        remember();
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void admitsAGroupInOneTransaction() {
        var answers = admit(request("a"), request("b"), request("c"));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.orElseThrow())
                        .extracting(Item::state)
                        .containsExactly(ItemState.PENDING, ItemState.PENDING));
        assertThat(count("select count(*) from item where workspace_id = $1 and run_id <> 'first'"))
                .isEqualTo(6);
        assertThat(count("select count(distinct xmin::text) from item where workspace_id = $1 and run_id <> 'first'"))
                .isOne();
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void storesWhatGoesTogetherAsWhatGoesAlone() {
        var request = request("a");
        var answer = admit(request).getFirst().orElseThrow();

        var outcomes = propose(request).stream().map(ProposalOutcome::getItemId).toList();

        assertThat(outcomes)
                .containsExactlyElementsOf(answer.stream().map(Item::id).toList());
        var item = gate.get(outcomes.getLast());
        assertThat(item.getProposal().getPayload()).isEqualTo(enrol("a").getPayload());
        assertThat(item.getReasonsList()).isNotEmpty();
        assertThat(item.getGate()).isNotEqualTo(io.outrider.review.v1.Gate.GATE_UNSPECIFIED);
        assertThat(gate.acceptById(item.getId()).hasGrant()).isTrue();
    }

    /** A policy that nobody has read yet is not in memory: the first request under it goes alone. */
    @Test
    void keepsEveryColumnAsTheLongWayDoes() {
        letPass(0);
        assertThat(admit(Samples.request(crm("close")), Samples.request(enrol("close"))))
                .allSatisfy(answer -> assertThat(answer).isPresent());
        gate.update(policy -> policy.setDecisionHold(Duration.newBuilder().setSeconds(7)));
        propose(request("apart"));

        assertThat(columns("close")).isEqualTo(columns("apart")).contains("AUTO_GRANTED");
        assertThat(versions("close")).isEqualTo(versions("apart"));
    }

    @Test
    void leavesOutWhatIsNotNew() {
        var used = request("used");
        propose(used);
        var twice = request("twice");

        var answers = admit(
                used,
                request("used"),
                twice,
                twice,
                request("twice"),
                twice.toBuilder().clearProposals().addProposals(crm("other")).build(),
                request("new"));

        assertThat(answers)
                .extracting(Optional::isPresent)
                .containsExactly(false, false, true, false, false, false, true);
        assertThat(count("select count(*) from item where workspace_id = $1 and run_id in ('twice', 'other', 'new')"))
                .isEqualTo(4);
    }

    @Test
    void writesNothingOfAGroupThatThePolicyOvertook() throws SQLException {
        var overtaken = Meanwhile.commits(
                "update workspace set policy_version = policy_version + 1 where workspace_id = '%s'"
                        .formatted(gate.workspace),
                () -> failure(request("a"), request("b")));

        assertThat(overtaken).contains("the policy changed meanwhile");
        nothingIsLeft("'a', 'b'");
    }

    @Test
    void writesNothingWhereTheDayCameNearALimitMeanwhile() throws SQLException {
        letPass(CAP);
        propose(request("counted"));

        var overtaken = Meanwhile.commits(
                "update grant_count set granted = %d where workspace_id = '%s' and action_type = 'crm.company.upsert'"
                        .formatted(CAP, gate.workspace),
                () -> failure(Samples.request(crm("a"))));

        assertThat(overtaken).contains("came near a limit meanwhile");
        nothingIsLeft("'a'");
    }

    @Test
    void sendsAGroupAloneThatWouldComeToALimit() {
        letPass(CAP);

        var answers = admit(Samples.request(crm("a")), Samples.request(crm("b")), Samples.request(crm("c")));

        assertThat(answers).containsOnly(Optional.empty());
        nothingIsLeft("'a', 'b', 'c'");
        assertThat(admit(Samples.request(crm("a")), Samples.request(crm("b"))))
                .allSatisfy(answer -> assertThat(answer).isPresent());
    }

    @Test
    void grantsNoMoreThanTheDayMayHave() {
        letPass(CAP);

        var outcomes = all(IntStream.range(0, 12).mapToObj(i -> Samples.request(crm("run" + i))));

        assertThat(outcomes.stream().filter(ProposalOutcome::hasGranted)).hasSize(CAP);
        assertThat(outcomes.stream().filter(ProposalOutcome::hasRefused)).hasSize(12 - CAP);
        assertThat(count("select granted from grant_count where workspace_id = $1"))
                .isEqualTo(CAP);
    }

    @Test
    void letsOneBadRequestHarmNoOther() {
        var bad = request("bad");
        propose(bad);
        var reused = bad.toBuilder().clearProposals().addProposals(crm("worse")).build();
        var good = IntStream.range(0, 10).mapToObj(i -> request("good" + i)).toList();

        var refused = CompletableFuture.supplyAsync(() -> Gate.failure(() -> propose(reused)));
        var outcomes = all(good.stream());

        assertThat(outcomes)
                .hasSize(20)
                .allSatisfy(outcome -> assertThat(outcome.hasPending()).isTrue());
        assertThat(refused.join().getStatus().getCode()).isEqualTo(io.grpc.Status.Code.ALREADY_EXISTS);
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void writesNothingOfAGroupThatTheDatabaseRefuses() {
        assertThatThrownBy(() -> together.together(gate.workspace, List.of(batch(request("b")), unkeepable()))
                        .await()
                        .indefinitely())
                .hasMessageContaining("unsupported Unicode escape");
        nothingIsLeft("'b'");
    }

    /** The wire would have refused it. */
    private Batch unkeepable() {
        var batch = batch(Samples.request(crm("a")));
        var good = batch.candidates().getFirst();
        var origin = new Origin(
                "a", "crm:0", good.origin().actionType(), good.origin().domain(), "\0", "arthur");
        var bad = new Candidate(
                origin, good.proposed(), good.payload(), good.document(), good.summary(), good.findings());
        return new Batch(gate.workspace, batch.requestId(), batch.bodySha256(), "a", List.of(bad));
    }

    /** Calibrator and policy are in memory once something has gone alone. */
    private void remember() {
        propose(request("first"));
    }

    private void letPass(int cap) {
        gate.update(policy -> {
            Gate.letPass(policy);
            policy.getRulesBuilderList().forEach(rule -> rule.setDailyCap(cap).setSampleRate(1));
        });
        propose(Samples.request(crm("remember").setActionType("no.such.type")));
    }

    private String columns(String run) {
        return rows.text("select string_agg((to_jsonb(i) - array['id', 'run_id', 'create_time', 'due_time', 'priority',"
                + " 'grant_id', 'grant_jws', 'grant_expire_time', 'summary', 'policy_version'])::text || (grant_jws is null) || length(summary),"
                + " ' ' order by proposal_key) from item i where workspace_id = $1 and run_id = '" + run + "'");
    }

    private String versions(String run) {
        return rows.text("select string_agg(concat(v.version, ' ', length(v.document), ' ', v.made_by = i.run_id, ' ',"
                + " v.create_time = i.create_time), ',' order by i.proposal_key) from item_version v join item i"
                + " on i.workspace_id = v.workspace_id and i.id = v.item_id where v.workspace_id = $1 and i.run_id = '"
                + run + "'");
    }

    private static ProposeActionRequest request(String run) {
        return Samples.request(crm(run), enrol(run));
    }

    private Batch batch(ProposeActionRequest request) {
        return ReviewRequests.toBatch(gate.workspace, request);
    }

    private List<Optional<List<Item>>> admit(ProposeActionRequest... requests) {
        return together.together(
                        gate.workspace, Arrays.stream(requests).map(this::batch).toList())
                .await()
                .indefinitely();
    }

    private String failure(ProposeActionRequest... requests) {
        try {
            return admit(requests).toString();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<ProposalOutcome> propose(ProposeActionRequest request) {
        return gate.calls.service(gate.workspace).proposeAction(request).getOutcomesList();
    }

    private List<ProposalOutcome> all(java.util.stream.Stream<ProposeActionRequest> requests) {
        var racing = requests.map(request -> CompletableFuture.supplyAsync(() -> propose(request)))
                .toList();
        return racing.stream().flatMap(one -> one.join().stream()).toList();
    }

    private void nothingIsLeft(String runs) {
        assertThat(count("select count(*) from item where workspace_id = $1 and run_id in (" + runs + ")"))
                .isZero();
        assertThat(count("select count(*) from item_version v where v.workspace_id = $1 and not exists"
                        + " (select from item i where i.workspace_id = $1 and i.id = v.item_id)"))
                .isZero();
        assertThat(count("select count(*) from audit_pending where workspace_id = $1"))
                .isZero();
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    private long count(String sql) {
        return rows.count(sql);
    }
}
