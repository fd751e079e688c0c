package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.DecideItem.Request;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions that are made in one transaction: each as if it had come alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class DecideTogetherTest {

    @Inject
    DecideTogether together;

    @Inject
    Pool pool;

    TestTokens tokens;

    private ShortDecision way;

    @BeforeEach
    void connect() {
        way = new ShortDecision(tokens, pool, together);
    }

    @AfterEach
    void disconnect() {
        way.close();
    }

    @Test
    void decidesAGroupInOneTransaction() {
        var answers = way.together(way.accept(way.pending(1)), way.reject(way.pending(2)), way.accept(way.pending(3)));

        assertThat(answers)
                .extracting(answer -> answer.orElseThrow().state())
                .containsExactly(
                        io.outrider.review.queue.ItemState.ACCEPTED,
                        io.outrider.review.queue.ItemState.REJECTED,
                        io.outrider.review.queue.ItemState.ACCEPTED);
        assertThat(way.rows.count("select count(distinct xmin::text) from item where workspace_id = $1"))
                .isOne();
        assertThat(way.rows.count("select count(distinct xid) from decision_feed where workspace_id = $1"))
                .isOne();
        assertThat(way.rows.count("select sum(granted)::bigint from grant_count where workspace_id = $1"))
                .isEqualTo(2);
        assertThat(way.gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void tellsTheRunOfEach() {
        var item = way.pending(1);
        var answer = way.together(way.accept(item)).getFirst().orElseThrow();

        var told = way.gate.watch().next();

        assertThat(told.getItemId()).isEqualTo(item.getId());
        assertThat(told.getGrant().getId()).isEqualTo(((Answer.Granted) answer.answer()).grantId());
        assertThat(way.gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
    }

    /** A policy that nobody has read yet is not in memory: the first decision under it goes alone. */
    @Test
    void keepsEveryColumnAsTheLongWayDoes() {
        var shortWay = List.of(way.pending(2), way.pending(4), way.pending(6), way.pending(8));
        var longWay = List.of(way.pending(12), way.pending(14), way.pending(16), way.pending(18));

        decideEach(shortWay, () -> {});
        decideEach(
                longWay, () -> way.gate.update(policy -> policy.setMinConfidence(policy.getMinConfidence() + 0.001)));

        assertThat(columns(shortWay)).isEqualTo(columns(longWay)).contains("RESPONDED");
        assertThat(way.rows.count("select count(*) from calibration_due where workspace_id = $1"))
                .isEqualTo(6);
    }

    @Test
    void decidesAnItemOnce() {
        var item = way.pending(1);

        var answers = way.together(way.accept(item), way.reject(item), way.accept(way.pending(2)));

        assertThat(answers).extracting(Optional::isPresent).containsExactly(true, false, true);
        assertThat(Gate.failure(() -> way.gate.decide(Gate.accept(item))))
                .extracting(error -> GrpcErrors.info(error).getReason())
                .isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void leavesOutWhatIsNotPlain() {
        var used = way.accept(way.pending(1));
        way.together(used);
        var twice = way.accept(way.pending(2));
        var other = way.pending(3);

        var answers = way.together(
                used,
                twice,
                new Request(
                        way.gate.workspace,
                        twice.requestId(),
                        "x",
                        way.accept(other).ballot(),
                        Manner.AT_ONCE),
                way.stale(other),
                way.accept(way.pending(4)));

        assertThat(answers).extracting(Optional::isPresent).containsExactly(false, true, false, false, true);
    }

    @Test
    void labelsTheTrackInTheOrderOfTheGroup() {
        way.together(way.accept(way.pending(2)), way.reject(way.pending(4)), way.accept(way.pending(6)));

        assertThat(way.rows.text("select labels || ' ' || fresh || ' ' || tightened from autonomy_track"
                        + " where workspace_id = $1 and action_type = 'crm.company.upsert'"))
                .isEqualTo("+-+ 3 6");
    }

    @Test
    void takesALevelAwayOnTheLongWay() {
        way.gate.update(policy -> Gate.letPass(policy.setPlantedRate(0)));
        way.gate.update(policy -> policy.setReviewEverything(true));
        var items = IntStream.range(0, 4).mapToObj(i -> way.pending(2 * i)).toList();

        var answers = way.together(items.stream().map(way::reject).toArray(Request[]::new));

        assertThat(answers).extracting(Optional::isPresent).containsExactly(true, true, false, false);
        way.gate.decide(Gate.accept(items.get(2))
                .setType(io.outrider.review.v1.DecisionType.DECISION_TYPE_REJECT)
                .setReason(io.outrider.review.v1.RejectReason.REJECT_REASON_TONE));
        assertThat(way.rows.text("select level || ' ' || settled from autonomy_track where workspace_id = $1"))
                .isEqualTo("ALL_REVIEWED true");
    }

    private void decideEach(List<ReviewItem> items, Runnable before) {
        var types = List.of(
                io.outrider.review.v1.DecisionType.DECISION_TYPE_ACCEPT,
                io.outrider.review.v1.DecisionType.DECISION_TYPE_REJECT,
                io.outrider.review.v1.DecisionType.DECISION_TYPE_RESPOND,
                io.outrider.review.v1.DecisionType.DECISION_TYPE_IGNORE);
        for (int i = 0; i < items.size(); i++) {
            before.run();
            way.gate.decide(Gate.accept(items.get(i))
                    .setType(types.get(i))
                    .setReason(io.outrider.review.v1.RejectReason.REJECT_REASON_TONE)
                    .setComment("Seen"));
        }
    }

    private String columns(List<ReviewItem> items) {
        var ids = String.join("','", items.stream().map(ReviewItem::getId).toList());
        return way.rows.text(
                "select string_agg((to_jsonb(i) - array['id', 'run_id', 'create_time', 'due_time', 'priority',"
                        + " 'grant_id', 'grant_jws', 'grant_expire_time', 'summary'])::text || (grant_jws is null)"
                        + " || (due_time > create_time)"
                        + " || (to_jsonb(d) - array['item_id', 'decide_time'])::text || (d.decide_time > i.create_time)"
                        + " || (select count(*) from decision_feed f where f.item_id = i.id), ' ' order by i.id)"
                        + " from item i join item_decision d on d.workspace_id = i.workspace_id and d.item_id = i.id"
                        + " where i.workspace_id = $1 and i.id in ('" + ids + "')");
    }
}
