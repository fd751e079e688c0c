package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.ItemRows.Opening;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Use case: keeps what became of a granted action. */
@ApplicationScoped
public class ReportOutcome {

    private static final int LONGEST_DETAIL = 2_000;
    private static final String COUNT_ONCE =
            "update item set alarmed = true where workspace_id = :workspace and id = :item and not alarmed";

    private final ItemRows items;
    private final AuditTrail audit;
    private final Policies policies;
    private final Tracks tracks;
    private final Clock clock;

    ReportOutcome(ItemRows items, AuditTrail audit, Policies policies, Tracks tracks, Clock clock) {
        this.policies = policies;
        this.tracks = tracks;
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws StateForbids NOT_GRANTED where the item has no grant that could have been used */
    public Uni<Item> run(Wish wish) {
        Check.requestId(wish.requestId());
        Check.notBlank(wish.itemId(), "item_id");
        Check.atMost(wish.detail(), LONGEST_DETAIL, "detail");
        return Panache.withTransaction(() -> ItemRows.opening(wish.workspace(), wish.requestId())
                        .chain(opening -> opening.bodySha256().isEmpty() ? keep(wish, opening) : replay(wish, opening)))
                .onFailure(Retry::worthIt)
                .retry()
                .atMost(1);
    }

    private Uni<Item> replay(Wish wish, Opening opening) {
        return opening.bodySha256().equals(wish.bodySha256())
                ? items.get(wish.workspace(), wish.itemId())
                : Uni.createFrom().failure(new RequestIdReused(wish.requestId()));
    }

    private Uni<Item> keep(Wish wish, Opening opening) {
        if (opening.policyVersion() == 0) {
            return Uni.createFrom().failure(new NotFound("review item", wish.itemId()));
        }
        var now = Moment.now(clock);
        return items.lock(wish.workspace(), wish.itemId()).chain(item -> {
            if (!(item.answer() instanceof Answer.Granted)) {
                throw new StateForbids("NOT_GRANTED", "The item is " + item.state() + ": it had no grant");
            }
            var after = item.with(item.extras().with(wish.outcome(), wish.detail()));
            var entry = audit.entry(
                    now,
                    Entry.Kind.OUTCOME,
                    wish.by(),
                    item.id(),
                    Map.of("outcome", wish.outcome(), "detail", wish.detail()));
            return items.update(after, List.of())
                    .chain(() -> Requests.remember(wish.workspace(), wish.requestId(), wish.bodySha256(), now))
                    .chain(() -> alarm(item, after, opening.policyVersion(), now))
                    .chain(() -> Panache.getSession().chain(session -> session.flush()))
                    .chain(() -> audit.append(wish.workspace(), List.of(entry)))
                    .replaceWith(after);
        });
    }

    /** What passed alone and went wrong counts against its kind, once. */
    private Uni<Void> alarm(Item before, Item item, long policyVersion, Instant now) {
        var outcome = item.extras().outcome();
        if (outcome == null || !outcome.badAfter(before.extras().outcome()) || item.state() != ItemState.AUTO_GRANTED) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT_ONCE)
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .executeUpdate())
                .chain(counted -> counted == 0
                        ? Uni.createFrom().voidItem()
                        : policies.version(item.workspace(), policyVersion)
                                .chain(policy -> tracks.wentWrong(item, policy, now)));
    }

    /** @param bodySha256 of the request, so that a request id is not used for two */
    public record Wish(
            String workspace,
            String requestId,
            String bodySha256,
            String itemId,
            EffectOutcome outcome,
            String detail,
            String by) {}
}
