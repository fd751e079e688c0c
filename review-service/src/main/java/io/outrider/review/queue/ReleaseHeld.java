package io.outrider.review.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.kit.error.Failure;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.queue.ItemRows.Opening;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Lets held decisions take effect when their time has come: only then is a grant signed, under the policy of that moment. What the
 * policy no longer allows opens the item again. Any number of replicas may sweep at once; what one leaves, another does.
 */
@ApplicationScoped
public class ReleaseHeld {

    private static final int MOST_AT_ONCE = 500;
    private static final String DUE = "select workspace_id, id from item where state = 'HELD' and release_time <= :now"
            + Sweep.next("release_time");

    private final Sweep sweep;
    private final ItemRows items;
    private final Approval approval;
    private final Closing closing;
    private final Documents documents;
    private final Clock clock;

    ReleaseHeld(
            ItemRows items,
            Approval approval,
            Closing closing,
            Documents documents,
            Clock clock,
            MeterRegistry meters) {
        this.sweep = new Sweep("release", DUE, meters);
        this.items = items;
        this.approval = approval;
        this.closing = closing;
        this.documents = documents;
        this.clock = clock;
    }

    @Scheduled(every = "{outrider.review.release}", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> sweep() {
        return sweep(MOST_AT_ONCE);
    }

    Uni<Void> sweep(int most) {
        var now = Moment.now(clock);
        return sweep.run(most, now, key -> items.get(key.workspace(), key.id()).chain(item -> release(item, now)));
    }

    private Uni<Long> release(Item item, Instant now) {
        var hold = item.extras().hold();
        if (hold == null) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("A held item without its decision: " + item.id()));
        }
        return ItemRows.opening(item.workspace(), "")
                .chain(opening -> approval.underNow(item.reopened(hold), opening.policyVersion())
                        .chain(open -> release(open, hold, opening, now)));
    }

    private Uni<Long> release(Item open, Hold hold, Opening opening, Instant now) {
        return draft(open, hold)
                .chain(draft -> approval.grant(draft, opening.policyVersion(), now))
                .onItem()
                .transformToUni(draft ->
                        closing.store(open, draft, hold.ballot(), Entry.Kind.RELEASED, opening.policyVersion(), now))
                .invoke(holds -> Retry.unlessStill(opening.policyVersion(), holds))
                .onFailure(Failure.class)
                .recoverWithUni(failure -> closing.note(
                        open,
                        hold.ballot(),
                        Entry.Kind.RELEASED,
                        Map.of("refused", failure.reason(), "batch", hold.batchId()),
                        now));
    }

    /** Decided when the reviewer decided: that an item fell due while it was held does not matter. */
    private Uni<Draft> draft(Item open, Hold hold) {
        return items.document(open)
                .map(document -> Draft.of(documents, open, document, hold.ballot(), hold.decided()))
                .chain(draft -> Openings.millis(open, hold.ballot().by(), hold.decided())
                        .map(millis -> draft.noted(millis, hold.batchId())));
    }
}
