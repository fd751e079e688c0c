package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Use case: takes an item for a while, so that no two people read the same one. */
@ApplicationScoped
public class ClaimItem {

    private static final Duration DEFAULT = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(8);

    private final ItemRows items;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimItem(ItemRows items, AuditTrail audit, Clock clock) {
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param lease zero means 10 minutes; at most 8 hours */
    public Uni<Item> run(String workspace, String itemId, String by, Duration lease) {
        Check.that(!lease.isNegative() && lease.compareTo(LONGEST) <= 0, "lease", "must be 0 to 8 hours");
        var now = Moment.now(clock);
        var until = now.plus(lease.isZero() ? DEFAULT : lease);
        return Panache.withTransaction(() -> items.lock(workspace, itemId).chain(item -> {
            var mine = item.claim() != null
                    && item.claim().by().equals(by)
                    && item.claim().holds(now);
            var claimed = claim(item, by, until, now);
            return items.update(claimed, List.of())
                    .chain(() -> Panache.getSession().chain(session -> session.flush()))
                    .chain(() -> mine ? Uni.createFrom().nullItem() : record(claimed, by, now))
                    .replaceWith(claimed);
        }));
    }

    private static Item claim(Item item, String by, Instant until, Instant now) {
        if (!item.openAt(now)) {
            throw new StateForbids("ALREADY_DECIDED", "The item is no longer open");
        }
        var held = item.claim();
        if (held != null && held.holds(now) && !held.by().equals(by)) {
            throw new StateForbids("NOT_CLAIMED_BY_YOU", "Another reviewer holds the item until " + held.until());
        }
        return item.with(new Claim(by, until));
    }

    private Uni<Long> record(Item item, String by, Instant now) {
        return audit.append(
                item.workspace(),
                List.of(audit.entry(now, Entry.Kind.CLAIMED, by, item.id(), Map.of("version", item.version()))));
    }
}
