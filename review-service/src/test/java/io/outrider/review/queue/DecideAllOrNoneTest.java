package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Meanwhile;
import io.outrider.review.queue.DecideItem.Request;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions that are made together: all or none of them, and no more grants than the day may have. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class DecideAllOrNoneTest {

    private static final int CAP = 3;

    @Inject
    DecideTogether together;

    @Inject
    DecideItem alone;

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
    void writesNothingOfAGroupThatThePolicyOvertook() throws SQLException {
        var requests = new Request[] {way.accept(way.pending(1)), way.accept(way.pending(2))};

        var overtaken = Meanwhile.changesThePolicy(way.gate.workspace, () -> way.failure(requests));

        assertThat(overtaken).contains("the policy changed meanwhile");
        way.assertNothingWasDecided();
    }

    @Test
    void writesNothingOfAGroupWithAnItemThatChanged() throws SQLException {
        var changed = way.accept(way.pending(1));
        var requests = new Request[] {way.accept(way.pending(2)), changed};

        var overtaken = Meanwhile.commits(
                "update item set assignee = 'rolf', claim_expire_time = now() + interval '1 hour' where id = '%s'"
                        .formatted(changed.ballot().itemId()),
                () -> way.failure(requests));

        assertThat(overtaken).contains("the item changed meanwhile");
        way.assertNothingWasDecided();
    }

    @Test
    void writesNothingWhereTheTrackChangedMeanwhile() throws SQLException {
        way.together(way.accept(way.pending(2)));
        var request = way.accept(way.pending(4));

        var overtaken = Meanwhile.commits(
                "update autonomy_track set labels = labels || '-', tightened = 7 where workspace_id = '%s'"
                        .formatted(way.gate.workspace),
                () -> way.failure(request));

        assertThat(overtaken).contains("the track changed meanwhile");
        assertThat(way.rows.count("select count(*) from item_decision where workspace_id = $1"))
                .isOne();
    }

    @Test
    void writesNothingOfAGroupThatTheDatabaseRefuses() {
        var item = way.pending(1);
        var ballot = way.accept(item).ballot();
        var unkeepable = new Ballot(
                ballot.itemId(), 1, ballot.payloadSha256(), DecisionType.ACCEPT, null, null, "\0", false, "rhea");
        var other = way.accept(way.pending(2));

        assertThatThrownBy(() -> way.together(other, way.request(unkeepable))).isNotNull();
        way.assertNothingWasDecided();
    }

    /** Its decision is written after all, when nobody waits for it any more. */
    @Test
    void decidesOnceWhatWasGivenUp() throws Throwable {
        var request = way.accept(way.pending(2));

        var answer = Meanwhile.outlasts(way.gate.workspace, () -> way.impatiently(request));
        var item = VertxContextSupport.subscribeAndAwait(
                () -> alone.run(request.workspace(), request.requestId(), request.bodySha256(), request.ballot()));

        assertThat(answer).isEmpty();
        assertThat(item.state()).isEqualTo(ItemState.ACCEPTED);
        assertThat(way.rows.count("select count(*) from item_decision where workspace_id = $1"))
                .isOne();
        assertThat(way.rows.count("select count(*) from decision_feed where workspace_id = $1"))
                .isOne();
        assertThat(way.rows.count("select sum(granted)::bigint from grant_count where workspace_id = $1"))
                .isOne();
    }

    @Test
    void grantsNoMoreThanTheDayMayHave() {
        way.gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setDailyCap(CAP)));
        var items = IntStream.range(0, 8).mapToObj(i -> way.pending(2 * i)).toList();

        var racing = items.stream()
                .map(item -> CompletableFuture.supplyAsync(
                        () -> reason(Gate.accept(item).build())))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join).filter(String::isEmpty))
                .hasSize(CAP);
        assertThat(racing.stream().map(CompletableFuture::join).filter("DAILY_CAP"::equals))
                .hasSize(8 - CAP);
        assertThat(way.gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void letsOneBadDecisionHarmNoOther() {
        var bad = way.pending(0);
        way.gate.decide(Gate.accept(bad));
        var items = IntStream.range(1, 9).mapToObj(way::pending).toList();

        var refused =
                CompletableFuture.supplyAsync(() -> reason(Gate.accept(bad).build()));
        var racing = items.stream()
                .map(item -> CompletableFuture.supplyAsync(
                        () -> reason(Gate.accept(item).build())))
                .toList();

        assertThat(racing).allSatisfy(one -> assertThat(one.join()).isEmpty());
        assertThat(refused.join()).isEqualTo("ALREADY_DECIDED");
    }

    private String reason(DecideReviewItemRequest request) {
        try {
            return way.gate.decide(request.toBuilder()).hasGrant() ? "" : "no grant";
        } catch (StatusRuntimeException e) {
            return GrpcErrors.info(e).getReason();
        }
    }
}
