package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Meanwhile;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.DecideItem.Request;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
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

/** Decisions that are made in one transaction: each as if it had come alone, and all or none of them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class DecideTogetherTest {

    private static final int CAP = 3;

    @Inject
    DecideTogether together;

    @Inject
    Pool pool;

    TestTokens tokens;

    private Gate gate;
    private Rows rows;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setPlantedRate(0));
        rows = new Rows(pool, gate.workspace);
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void decidesAGroupInOneTransaction() {
        var answers = decide(accept(pending(1)), reject(pending(2)), accept(pending(3)));

        assertThat(answers)
                .extracting(answer -> answer.orElseThrow().state())
                .containsExactly(
                        io.outrider.review.queue.ItemState.ACCEPTED,
                        io.outrider.review.queue.ItemState.REJECTED,
                        io.outrider.review.queue.ItemState.ACCEPTED);
        assertThat(rows.count("select count(distinct xmin::text) from item where workspace_id = $1"))
                .isOne();
        assertThat(rows.count("select count(distinct xid) from decision_feed where workspace_id = $1"))
                .isOne();
        assertThat(rows.count("select sum(granted)::bigint from grant_count where workspace_id = $1"))
                .isEqualTo(2);
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void tellsTheRunOfEach() {
        var item = pending(1);
        var answer = decide(accept(item)).getFirst().orElseThrow();

        var told = gate.watch().next();

        assertThat(told.getItemId()).isEqualTo(item.getId());
        assertThat(told.getGrant().getId()).isEqualTo(((Answer.Granted) answer.answer()).grantId());
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
    }

    /** A policy that nobody has read yet is not in memory: the first decision under it goes alone. */
    @Test
    void keepsEveryColumnAsTheLongWayDoes() {
        var shortWay = List.of(pending(2), pending(4), pending(6), pending(8));
        var longWay = List.of(pending(12), pending(14), pending(16), pending(18));

        decideEach(shortWay, () -> {});
        decideEach(longWay, () -> gate.update(policy -> policy.setMinConfidence(policy.getMinConfidence() + 0.001)));

        assertThat(columns(shortWay)).isEqualTo(columns(longWay)).contains("RESPONDED");
        assertThat(rows.count("select count(*) from calibration_due where workspace_id = $1"))
                .isEqualTo(6);
    }

    @Test
    void decidesAnItemOnce() {
        var item = pending(1);

        var answers = decide(accept(item), reject(item), accept(pending(2)));

        assertThat(answers).extracting(Optional::isPresent).containsExactly(true, false, true);
        assertThat(Gate.failure(() -> gate.decide(Gate.accept(item))))
                .extracting(error -> GrpcErrors.info(error).getReason())
                .isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void leavesOutWhatIsNotPlain() {
        var used = accept(pending(1));
        decide(used);
        var twice = accept(pending(2));
        var other = pending(3);

        var answers = decide(
                used,
                twice,
                new Request(
                        gate.workspace, twice.requestId(), "x", accept(other).ballot(), Manner.AT_ONCE),
                stale(other),
                accept(pending(4)));

        assertThat(answers).extracting(Optional::isPresent).containsExactly(false, true, false, false, true);
    }

    @Test
    void writesNothingOfAGroupThatThePolicyOvertook() throws SQLException {
        var requests = new Request[] {accept(pending(1)), accept(pending(2))};

        var overtaken = Meanwhile.commits(
                "update workspace set policy_version = policy_version + 1 where workspace_id = '%s'"
                        .formatted(gate.workspace),
                () -> failure(requests));

        assertThat(overtaken).contains("the policy changed meanwhile");
        nothingWasDecided();
    }

    @Test
    void writesNothingOfAGroupWithAnItemThatChanged() throws SQLException {
        var changed = accept(pending(1));
        var requests = new Request[] {accept(pending(2)), changed};

        var overtaken = Meanwhile.commits(
                "update item set assignee = 'rolf', claim_expire_time = now() + interval '1 hour' where id = '%s'"
                        .formatted(changed.ballot().itemId()),
                () -> failure(requests));

        assertThat(overtaken).contains("the item changed meanwhile");
        nothingWasDecided();
    }

    @Test
    void writesNothingWhereTheTrackChangedMeanwhile() throws SQLException {
        decide(accept(pending(2)));
        var request = accept(pending(4));

        var overtaken = Meanwhile.commits(
                "update autonomy_track set labels = labels || '-', tightened = 7 where workspace_id = '%s'"
                        .formatted(gate.workspace),
                () -> failure(request));

        assertThat(overtaken).contains("the track changed meanwhile");
        assertThat(rows.count("select count(*) from item_decision where workspace_id = $1"))
                .isOne();
    }

    @Test
    void labelsTheTrackInTheOrderOfTheGroup() {
        decide(accept(pending(2)), reject(pending(4)), accept(pending(6)));

        assertThat(rows.text("select labels || ' ' || fresh || ' ' || tightened from autonomy_track"
                        + " where workspace_id = $1 and action_type = 'crm.company.upsert'"))
                .isEqualTo("+-+ 3 6");
    }

    @Test
    void takesALevelAwayOnTheLongWay() {
        gate.update(policy -> Gate.letPass(policy.setPlantedRate(0)));
        gate.update(policy -> policy.setReviewEverything(true));
        var items = IntStream.range(0, 4).mapToObj(i -> pending(2 * i)).toList();

        var answers = decide(items.stream().map(this::reject).toArray(Request[]::new));

        assertThat(answers).extracting(Optional::isPresent).containsExactly(true, true, false, false);
        gate.decide(Gate.accept(items.get(2))
                .setType(io.outrider.review.v1.DecisionType.DECISION_TYPE_REJECT)
                .setReason(io.outrider.review.v1.RejectReason.REJECT_REASON_TONE));
        assertThat(rows.text("select level || ' ' || settled from autonomy_track where workspace_id = $1"))
                .isEqualTo("ALL_REVIEWED true");
    }

    @Test
    void writesNothingOfAGroupThatTheDatabaseRefuses() {
        var item = pending(1);
        var ballot = accept(item).ballot();
        var unkeepable = new Ballot(
                ballot.itemId(), 1, ballot.payloadSha256(), DecisionType.ACCEPT, null, null, "\0", false, "rhea");
        var other = accept(pending(2));

        assertThatThrownBy(() ->
                        decide(other, new Request(gate.workspace, Ids.next("req"), "body", unkeepable, Manner.AT_ONCE)))
                .isNotNull();
        nothingWasDecided();
    }

    @Test
    void grantsNoMoreThanTheDayMayHave() {
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setDailyCap(CAP)));
        var items = IntStream.range(0, 8).mapToObj(i -> pending(2 * i)).toList();

        var racing = items.stream()
                .map(item -> CompletableFuture.supplyAsync(
                        () -> reason(Gate.accept(item).build())))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join).filter(String::isEmpty))
                .hasSize(CAP);
        assertThat(racing.stream().map(CompletableFuture::join).filter("DAILY_CAP"::equals))
                .hasSize(8 - CAP);
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void letsOneBadDecisionHarmNoOther() {
        var bad = pending(0);
        gate.decide(Gate.accept(bad));
        var items = IntStream.range(1, 9).mapToObj(this::pending).toList();

        var refused =
                CompletableFuture.supplyAsync(() -> reason(Gate.accept(bad).build()));
        var racing = items.stream()
                .map(item -> CompletableFuture.supplyAsync(
                        () -> reason(Gate.accept(item).build())))
                .toList();

        assertThat(racing).allSatisfy(one -> assertThat(one.join()).isEmpty());
        assertThat(refused.join()).isEqualTo("ALREADY_DECIDED");
    }

    private ReviewItem pending(int number) {
        return gate.pending(number % 2 == 0 ? crm("run" + number) : enrol("run" + number));
    }

    private Request accept(ReviewItem item) {
        return request(item, item.getVersion(), DecisionType.ACCEPT, null);
    }

    private Request reject(ReviewItem item) {
        return request(item, item.getVersion(), DecisionType.REJECT, RejectReason.TONE);
    }

    private Request stale(ReviewItem item) {
        return request(item, item.getVersion() + 1, DecisionType.ACCEPT, null);
    }

    private Request request(ReviewItem item, int version, DecisionType type, RejectReason reason) {
        var ballot =
                new Ballot(item.getId(), version, item.getPayloadSha256(), type, null, reason, "Seen", false, "rhea");
        return new Request(gate.workspace, Ids.next("req"), "body", ballot, Manner.AT_ONCE);
    }

    private List<Optional<Item>> decide(Request... requests) {
        return together.together(gate.workspace, Arrays.asList(requests))
                .await()
                .indefinitely();
    }

    private String failure(Request... requests) {
        try {
            return decide(requests).toString();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String reason(DecideReviewItemRequest request) {
        try {
            return gate.decide(request.toBuilder()).hasGrant() ? "" : "no grant";
        } catch (StatusRuntimeException e) {
            return GrpcErrors.info(e).getReason();
        }
    }

    private void decideEach(List<ReviewItem> items, Runnable before) {
        var types = List.of(
                io.outrider.review.v1.DecisionType.DECISION_TYPE_ACCEPT,
                io.outrider.review.v1.DecisionType.DECISION_TYPE_REJECT,
                io.outrider.review.v1.DecisionType.DECISION_TYPE_RESPOND,
                io.outrider.review.v1.DecisionType.DECISION_TYPE_IGNORE);
        for (int i = 0; i < items.size(); i++) {
            before.run();
            gate.decide(Gate.accept(items.get(i))
                    .setType(types.get(i))
                    .setReason(io.outrider.review.v1.RejectReason.REJECT_REASON_TONE)
                    .setComment("Seen"));
        }
    }

    private String columns(List<ReviewItem> items) {
        var ids = String.join("','", items.stream().map(ReviewItem::getId).toList());
        return rows.text("select string_agg((to_jsonb(i) - array['id', 'run_id', 'create_time', 'due_time', 'priority',"
                + " 'grant_id', 'grant_jws', 'grant_expire_time', 'summary'])::text || (grant_jws is null)"
                + " || (due_time > create_time)"
                + " || (to_jsonb(d) - array['item_id', 'decide_time'])::text || (d.decide_time > i.create_time)"
                + " || (select count(*) from decision_feed f where f.item_id = i.id), ' ' order by i.id)"
                + " from item i join item_decision d on d.workspace_id = i.workspace_id and d.item_id = i.id"
                + " where i.workspace_id = $1 and i.id in ('" + ids + "')");
    }

    private void nothingWasDecided() {
        assertThat(rows.count("select count(*) from item_decision where workspace_id = $1"))
                .isZero();
        assertThat(rows.count("select count(*) from decision_feed where workspace_id = $1"))
                .isZero();
        assertThat(rows.count("select count(*) from item where workspace_id = $1 and state <> 'PENDING'"))
                .isZero();
        assertThat(gate.verify(null).getIntact()).isTrue();
    }
}
