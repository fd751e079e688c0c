package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.queue.ShortAdmission.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Meanwhile;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.ProposeActionRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that go through the gate together: all or none of them, and no more than the day may have. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class AdmitAllOrNoneTest {

    private static final int CAP = 3;

    @Inject
    AdmitTogether together;

    @Inject
    Pool pool;

    TestTokens tokens;

    private ShortAdmission way;

    @BeforeEach
    void connect() {
        way = new ShortAdmission(tokens, pool, together);
    }

    @AfterEach
    void disconnect() {
        way.close();
    }

    @Test
    void writesNothingOfAGroupThatThePolicyOvertook() throws SQLException {
        var overtaken = Meanwhile.changesThePolicy(way.gate.workspace, () -> way.failure(request("a"), request("b")));

        assertThat(overtaken).contains("the policy changed meanwhile");
        way.assertNothingIsLeftOf("a", "b");
    }

    @Test
    void writesNothingWhereTheDayCameNearALimitMeanwhile() throws SQLException {
        way.letPass(CAP);
        way.propose(request("counted"));

        var overtaken = Meanwhile.commits(
                "update grant_count set granted = %d where workspace_id = '%s' and action_type = 'crm.company.upsert'"
                        .formatted(CAP, way.gate.workspace),
                () -> way.failure(Samples.request(crm("a"))));

        assertThat(overtaken).contains("came near a limit meanwhile");
        way.assertNothingIsLeftOf("a");
    }

    @Test
    void sendsAGroupAloneThatWouldComeToALimit() {
        way.letPass(CAP);

        var answers = way.together(Samples.request(crm("a")), Samples.request(crm("b")), Samples.request(crm("c")));

        assertThat(answers).containsOnly(Optional.empty());
        way.assertNothingIsLeftOf("a", "b", "c");
        assertThat(way.together(Samples.request(crm("a")), Samples.request(crm("b"))))
                .allSatisfy(answer -> assertThat(answer).isPresent());
    }

    @Test
    void grantsNoMoreThanTheDayMayHave() {
        way.letPass(CAP);

        var outcomes = all(IntStream.range(0, 12).mapToObj(i -> Samples.request(crm("run" + i))));

        assertThat(outcomes.stream().filter(ProposalOutcome::hasGranted)).hasSize(CAP);
        assertThat(outcomes.stream().filter(ProposalOutcome::hasRefused)).hasSize(12 - CAP);
        assertThat(way.rows.count("select granted from grant_count where workspace_id = $1"))
                .isEqualTo(CAP);
    }

    @Test
    void letsOneBadRequestHarmNoOther() {
        var bad = request("bad");
        way.propose(bad);
        var reused = bad.toBuilder().clearProposals().addProposals(crm("worse")).build();
        var good = IntStream.range(0, 10).mapToObj(i -> request("good" + i)).toList();

        var refused = CompletableFuture.supplyAsync(() -> Gate.failure(() -> way.propose(reused)));
        var outcomes = all(good.stream());

        assertThat(outcomes)
                .hasSize(20)
                .allSatisfy(outcome -> assertThat(outcome.hasPending()).isTrue());
        assertThat(refused.join().getStatus().getCode()).isEqualTo(io.grpc.Status.Code.ALREADY_EXISTS);
        assertThat(way.gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void writesNothingOfAGroupThatTheDatabaseRefuses() {
        assertThatThrownBy(() -> way.together(List.of(way.batch(request("b")), unkeepable())))
                .hasMessageContaining("unsupported Unicode escape");
        way.assertNothingIsLeftOf("b");
    }

    /** Its group is written after all, when nobody waits for it any more. */
    @Test
    void admitsOnceWhatWasGivenUp() throws SQLException {
        var request = request("slow");

        var answer = Meanwhile.outlasts(way.gate.workspace, () -> way.impatiently(way.batch(request)));
        var outcomes = way.propose(request);

        assertThat(answer).isEmpty();
        assertThat(outcomes).extracting(ProposalOutcome::hasPending).containsExactly(true, true);
        assertThat(way.rows.count("select count(*) from item where workspace_id = $1 and run_id = 'slow'"))
                .isEqualTo(2);
        assertThat(way.gate.verify(null).getIntact()).isTrue();
    }

    /** The wire would have refused it. */
    private Batch unkeepable() {
        var batch = way.batch(Samples.request(crm("a")));
        var good = batch.candidates().getFirst();
        var origin = new Origin(
                "a", "crm:0", good.origin().actionType(), good.origin().domain(), "\0", "arthur");
        var bad = new Candidate(
                origin, good.proposed(), good.payload(), good.document(), good.summary(), good.findings());
        return new Batch(way.gate.workspace, batch.requestId(), batch.bodySha256(), "a", List.of(bad));
    }

    private List<ProposalOutcome> all(java.util.stream.Stream<ProposeActionRequest> requests) {
        var racing = requests.map(request -> CompletableFuture.supplyAsync(() -> way.propose(request)))
                .toList();
        return racing.stream().flatMap(one -> one.join().stream()).toList();
    }
}
