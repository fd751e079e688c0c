package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static io.outrider.review.queue.ShortAdmission.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ProposalOutcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that go through the gate in one transaction: each as if it had come alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class AdmitTogetherTest {

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
    void admitsAGroupInOneTransaction() {
        var answers = way.together(request("a"), request("b"), request("c"));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.orElseThrow())
                        .extracting(Item::state)
                        .containsExactly(ItemState.PENDING, ItemState.PENDING));
        assertThat(way.rows.count("select count(*) from item where workspace_id = $1 and run_id <> 'first'"))
                .isEqualTo(6);
        assertThat(way.rows.count(
                        "select count(distinct xmin::text) from item where workspace_id = $1 and run_id <> 'first'"))
                .isOne();
        assertThat(way.gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void storesWhatGoesTogetherAsWhatGoesAlone() {
        var request = request("a");
        var answer = way.together(request).getFirst().orElseThrow();

        var outcomes =
                way.propose(request).stream().map(ProposalOutcome::getItemId).toList();

        assertThat(outcomes)
                .containsExactlyElementsOf(answer.stream().map(Item::id).toList());
        var item = way.gate.get(outcomes.getLast());
        assertThat(item.getProposal().getPayload()).isEqualTo(enrol("a").getPayload());
        assertThat(item.getReasonsList()).isNotEmpty();
        assertThat(item.getGate()).isNotEqualTo(io.outrider.review.v1.Gate.GATE_UNSPECIFIED);
        assertThat(way.gate.acceptById(item.getId()).hasGrant()).isTrue();
    }

    /** A policy that nobody has read yet is not in memory: the first request under it goes alone. */
    @Test
    void keepsEveryColumnAsTheLongWayDoes() {
        way.letPass(0);
        assertThat(way.together(Samples.request(crm("close")), Samples.request(enrol("close"))))
                .allSatisfy(answer -> assertThat(answer).isPresent());
        way.gate.update(policy -> policy.setDecisionHold(Duration.newBuilder().setSeconds(7)));
        way.propose(request("apart"));

        assertThat(columns("close")).isEqualTo(columns("apart")).contains("AUTO_GRANTED");
        assertThat(versions("close")).isEqualTo(versions("apart"));
    }

    @Test
    void leavesOutWhatIsNotNew() {
        var used = request("used");
        way.propose(used);
        var twice = request("twice");

        var answers = way.together(
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
        assertThat(way.rows.count(
                        "select count(*) from item where workspace_id = $1 and run_id in ('twice', 'other', 'new')"))
                .isEqualTo(4);
    }

    private String columns(String run) {
        return way.rows.text(
                "select string_agg((to_jsonb(i) - array['id', 'run_id', 'create_time', 'due_time', 'priority',"
                        + " 'grant_id', 'grant_jws', 'grant_expire_time', 'summary', 'policy_version'])::text || (grant_jws is null) || length(summary),"
                        + " ' ' order by proposal_key) from item i where workspace_id = $1 and run_id = '" + run + "'");
    }

    private String versions(String run) {
        return way.rows.text(
                "select string_agg(concat(v.version, ' ', length(v.document), ' ', v.made_by = i.run_id, ' ',"
                        + " v.create_time = i.create_time), ',' order by i.proposal_key) from item_version v join item i"
                        + " on i.workspace_id = v.workspace_id and i.id = v.item_id where v.workspace_id = $1 and i.run_id = '"
                        + run + "'");
    }
}
