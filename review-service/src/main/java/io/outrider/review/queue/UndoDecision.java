package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.ItemRows.Opening;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Use case: takes a held decision back. */
@ApplicationScoped
public class UndoDecision {

    private final ItemRows items;
    private final Closing closing;
    private final Clock clock;

    UndoDecision(ItemRows items, Closing closing, Clock clock) {
        this.items = items;
        this.closing = closing;
        this.clock = clock;
    }

    /** @throws StateForbids NOT_HELD, also where somebody else decided */
    public Uni<Item> run(Wish wish) {
        Check.requestId(wish.requestId());
        Check.notBlank(wish.itemId(), "item_id");
        return Panache.withTransaction(() -> ItemRows.opening(wish.workspace(), wish.requestId())
                        .chain(opening -> opening.bodySha256().isEmpty() ? undo(wish, opening) : replay(wish, opening)))
                .onFailure(Retry::worthIt)
                .retry()
                .atMost(1);
    }

    private Uni<Item> replay(Wish wish, Opening opening) {
        return opening.bodySha256().equals(wish.bodySha256())
                ? items.get(wish.workspace(), wish.itemId())
                : Uni.createFrom().failure(new RequestIdReused(wish.requestId()));
    }

    private Uni<Item> undo(Wish wish, Opening opening) {
        if (opening.policyVersion() == 0) {
            return Uni.createFrom().failure(new NotFound("review item", wish.itemId()));
        }
        var now = Moment.now(clock);
        return items.lock(wish.workspace(), wish.itemId()).chain(item -> {
            var hold = requireHeld(item, wish.by(), now);
            var open = item.reopened(hold);
            return Requests.remember(wish.workspace(), wish.requestId(), wish.bodySha256(), now)
                    .chain(() ->
                            closing.note(open, hold.ballot(), Entry.Kind.UNDONE, Map.of("batch", hold.batchId()), now))
                    .replaceWith(open);
        });
    }

    private static Hold requireHeld(Item item, String by, Instant now) {
        var hold = item.extras().hold();
        if (item.state() != ItemState.HELD || hold == null || !now.isBefore(hold.release())) {
            throw new StateForbids("NOT_HELD", "The item is " + item.state() + ": nothing can be taken back");
        }
        if (!hold.ballot().by().equals(by)) {
            throw new StateForbids("NOT_HELD", "Only whoever decided can take it back");
        }
        return hold;
    }

    /** @param bodySha256 of the request, so that a request id is not used for two */
    public record Wish(String workspace, String requestId, String bodySha256, String itemId, String by) {}
}
