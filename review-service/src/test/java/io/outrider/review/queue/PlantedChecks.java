package io.outrider.review.queue;

import static io.outrider.review.fixture.Gate.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.outrider.review.fixture.Gate;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.review.v1.ReviewItem;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** What must hold of a planted item, whatever was done with it. */
record PlantedChecks(Gate gate, Pool pool) {

    private static final String GRANTED =
            "select count(*) from item where workspace_id = $1 and planted and grant_id is not null";
    private static final String TOLD =
            "select count(*) from decision_feed f join item i on i.workspace_id = f.workspace_id"
                    + " and i.id = f.item_id where f.workspace_id = $1 and i.planted";
    private static final String PLANTED = "select count(*) from item where workspace_id = $1 and planted";

    /** It is told to have been planted, it has no grant, and no run heard of it. */
    void nothingCameOf(ReviewItem planted, ItemState state) {
        var item = gate.get(planted.getId());
        assertThat(item.getState()).isEqualTo(state);
        assertThat(item.getPlanted()).isTrue();
        assertThat(count(GRANTED)).isZero();
        assertThat(count(TOLD)).isZero();
        assertThat(audit(planted).getFirst().getDetail()).contains("\"planted\":true");
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    void nothingGivesAway(ReviewItem planted) {
        assertThat(gate.get(planted.getId()).getPlanted()).isFalse();
        assertThat(audit(planted)).noneMatch(event -> event.getDetail().contains("planted"));
    }

    void refused(String sql, ReviewItem item) {
        assertThatThrownBy(() -> pool.preparedQuery(sql).executeAndAwait(Tuple.of(gate.workspace, item.getId())))
                .hasMessageContaining("planted");
    }

    long planted() {
        return count(PLANTED);
    }

    static DecideReviewItemRequest.Builder edit(ReviewItem item, String before, String after) {
        var payload = item.getProposal().getPayload().toStringUtf8();
        return accept(item)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setOverrideLint(true)
                .setComment("Known")
                .setEditedPayload(ByteString.copyFromUtf8(payload.replace(before, after)));
    }

    private long count(String sql) {
        return pool.preparedQuery(sql)
                .executeAndAwait(Tuple.of(gate.workspace))
                .iterator()
                .next()
                .getLong(0);
    }

    /** Newest first. */
    private List<AuditEvent> audit(ReviewItem item) {
        return gate.calls
                .auditor(gate.workspace)
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setItemId(item.getId())
                        .build())
                .getEventsList();
    }
}
