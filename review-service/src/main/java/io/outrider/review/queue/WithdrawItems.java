package io.outrider.review.queue;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.Announcer.Ending;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Use case: a run that was cancelled takes back what it asked for, all in one transaction. */
@ApplicationScoped
public class WithdrawItems {

    private static final String BY = "run";

    private final ItemRows items;
    private final Telling telling;
    private final AuditTrail audit;
    private final Clock clock;

    WithdrawItems(ItemRows items, Telling telling, AuditTrail audit, Clock clock) {
        this.items = items;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param bodySha256 of the request, so that a request id is not used for two
     * @param usedGrants stay as they are
     */
    public record Wish(
            String workspace,
            String requestId,
            String bodySha256,
            String runId,
            String reason,
            Set<String> usedGrants) {}

    /** What is no longer open or usable because of it. */
    public record Withdrawn(List<String> items, List<String> grants) {}

    public Uni<Withdrawn> run(Wish wish) {
        return Panache.withTransaction(() -> ItemRows.opening(wish.workspace(), wish.requestId())
                .chain(opening -> {
                    if (opening.policyVersion() == 0) {
                        return Uni.createFrom().item(new Withdrawn(List.of(), List.of()));
                    }
                    if (!opening.bodySha256().isEmpty() && !opening.bodySha256().equals(wish.bodySha256())) {
                        return Uni.createFrom().<Withdrawn>failure(new RequestIdReused(wish.requestId()));
                    }
                    return withdraw(wish, opening.bodySha256().isEmpty());
                }));
    }

    private Uni<Withdrawn> withdraw(Wish wish, boolean remember) {
        var now = Moment.now(clock);
        var superseded = new ArrayList<String>();
        var revoked = new ArrayList<String>();
        var entries = new ArrayList<Entry>();
        return items.lockAllOfRun(wish.workspace(), wish.runId())
                .chain(all -> {
                    var done = Uni.createFrom().voidItem();
                    for (var item : all) {
                        if (closes(item)) {
                            if (!item.extras().planted()) {
                                superseded.add(item.id());
                            }
                            entries.add(entry(wish, item, Entry.Kind.WITHDRAWN, "", now));
                            done = done.chain(() -> supersede(wish, item, now));
                        } else if (item.answer() instanceof Answer.Granted granted
                                && !wish.usedGrants().contains(granted.grantId())) {
                            done = done.chain(() -> Revocations.add(
                                            wish.workspace(), granted.grantId(), wish.reason(), BY, now)
                                    .invoke(fresh -> {
                                        if (fresh) {
                                            revoked.add(granted.grantId());
                                            entries.add(entry(wish, item, Entry.Kind.REVOKED, granted.grantId(), now));
                                        }
                                    })
                                    .replaceWithVoid());
                        }
                    }
                    return done;
                })
                .chain(() -> remember
                        ? Requests.remember(wish.workspace(), wish.requestId(), wish.bodySha256(), now)
                        : Uni.createFrom().voidItem())
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> entries.isEmpty() ? Uni.createFrom().item(0L) : audit.append(wish.workspace(), entries))
                .map(ignored -> new Withdrawn(List.copyOf(superseded), List.copyOf(revoked)));
    }

    /** A held decision has not taken effect yet, and what was sent back waits for a draft that nobody makes any more. */
    private static boolean closes(Item item) {
        return item.state().open() || item.state() == ItemState.RESPONDED || item.state() == ItemState.HELD;
    }

    private Uni<Void> supersede(Wish wish, Item item, Instant now) {
        var after = item.with(ItemState.SUPERSEDED, item.gating());
        var ending = new Ending(BY, now, null, wish.reason(), new byte[0]);
        return items.update(after, List.of()).chain(() -> telling.tell(after, ending));
    }

    private Entry entry(Wish wish, Item item, Entry.Kind kind, String grantId, Instant now) {
        return audit.entry(
                now,
                kind,
                BY,
                item.id(),
                Map.of(
                        "run", wish.runId(),
                        "reason", wish.reason(),
                        "version", item.version(),
                        "grant", grantId,
                        "planted", item.extras().planted()));
    }
}
