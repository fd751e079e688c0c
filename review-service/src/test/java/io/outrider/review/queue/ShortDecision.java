package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.test.TestTokens;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.DecideItem.Request;
import io.outrider.review.v1.ReviewItem;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The short way of decisions. */
final class ShortDecision extends ShortWay<Request, Item> {

    ShortDecision(TestTokens tokens, Pool pool, DecideTogether together) {
        super(tokens, pool, together::together);
    }

    /** Even ones are of one kind, odd ones of another. */
    ReviewItem pending(int number) {
        return gate.pending(number % 2 == 0 ? crm("run" + number) : enrol("run" + number));
    }

    Request accept(ReviewItem item) {
        return request(item, item.getVersion(), DecisionType.ACCEPT, null);
    }

    Request reject(ReviewItem item) {
        return request(item, item.getVersion(), DecisionType.REJECT, RejectReason.TONE);
    }

    Request stale(ReviewItem item) {
        return request(item, item.getVersion() + 1, DecisionType.ACCEPT, null);
    }

    Request request(Ballot ballot) {
        return new Request(gate.workspace, Ids.next("req"), "body", ballot, Manner.AT_ONCE);
    }

    List<Optional<Item>> together(Request... requests) {
        return together(List.of(requests));
    }

    String failure(Request... requests) {
        return failure(List.of(requests));
    }

    void assertNothingWasDecided() {
        assertThat(rows.count("select count(*) from item_decision where workspace_id = $1"))
                .isZero();
        assertThat(rows.count("select count(*) from decision_feed where workspace_id = $1"))
                .isZero();
        assertThat(rows.count("select count(*) from item where workspace_id = $1 and state <> 'PENDING'"))
                .isZero();
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    private Request request(ReviewItem item, int version, DecisionType type, @Nullable RejectReason reason) {
        return request(
                new Ballot(item.getId(), version, item.getPayloadSha256(), type, null, reason, "Seen", false, "rhea"));
    }
}
