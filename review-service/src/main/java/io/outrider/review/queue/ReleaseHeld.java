package io.outrider.review.queue;

import io.outrider.kit.error.Failure;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
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
    private static final String DUE = """
            select workspace_id, id from item where state = 'HELD' and release_time <= :now
            order by release_time limit 1 for update skip locked""";

    private final ItemRows items;
    private final Approval approval;
    private final Closing closing;
    private final Documents documents;
    private final Clock clock;

    ReleaseHeld(ItemRows items, Approval approval, Closing closing, Documents documents, Clock clock) {
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

    /** One item in one transaction, until none is due. */
    Uni<Void> sweep(int left) {
        return Panache.withTransaction(this::releaseOne)
                .onFailure(Retry::worthIt)
                .recoverWithItem(true)
                .chain(found ->
                        found && left > 1 ? sweep(left - 1) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> releaseOne() {
        var now = Moment.now(clock);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .chain(due -> due == null
                        ? Uni.createFrom().item(false)
                        : items.get((String) due[0], (String) due[1])
                                .chain(item -> release(item, now))
                                .replaceWith(true));
    }

    private Uni<Long> release(Item item, Instant now) {
        var hold = item.extras().hold();
        if (hold == null) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("A held item without its decision: " + item.id()));
        }
        var open = item.reopened(hold);
        return ItemRows.opening(item.workspace(), "")
                .chain(opening -> draft(open, hold)
                        .chain(draft -> approval.grant(draft, opening.policyVersion(), now))
                        .onItem()
                        .transformToUni(draft -> closing.store(
                                open, draft, hold.ballot(), Entry.Kind.RELEASED, opening.policyVersion(), now))
                        .invoke(holds -> Retry.unlessStill(opening.policyVersion(), holds))
                        .onFailure(Failure.class)
                        .recoverWithUni(failure -> closing.note(
                                open,
                                hold.ballot(),
                                Entry.Kind.RELEASED,
                                Map.of("refused", failure.reason(), "batch", hold.batchId()),
                                now)));
    }

    /** Decided when the reviewer decided: that an item fell due while it was held does not matter. */
    private Uni<Draft> draft(Item open, Hold hold) {
        return items.document(open)
                .map(document -> Draft.of(documents, open, document, hold.ballot(), hold.decided()))
                .chain(draft -> Openings.millis(open, hold.ballot().by(), hold.decided())
                        .map(millis -> draft.noted(millis, hold.batchId())));
    }
}
